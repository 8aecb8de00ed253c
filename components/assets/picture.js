// Shows the slides of a view as they are saved, and saves them as PNG or SVG.

async function png(svg, [width, height], scale) {
  const image = new Image()
  image.src = URL.createObjectURL(blob(svg))
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = width * scale
  canvas.height = height * scale
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((done) => canvas.toBlob(done, "image/png"))
}

function save(content, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

async function saveAll(drawn, size, name) {
  const files = {}
  for (const [index, slide] of drawn.entries()) {
    const told = await (await png(await slide, size, 2)).arrayBuffer()
    files[`${name}_${index + 1}.png`] = [new Uint8Array(told), { level: 0 }] // it is packed already
  }
  save(new Blob([self.fflate.zipSync(files)], { type: "application/zip" }), `${name}.zip`)
}

// Where a key leads from a slide; a clicker sends Page Up and Page Down.
function led(key, at, last) {
  if (["ArrowRight", "ArrowDown", "PageDown", " "].includes(key)) return Math.min(at + 1, last)
  if (["ArrowLeft", "ArrowUp", "PageUp"].includes(key)) return Math.max(at - 1, 0)
  return { Home: 0, End: last }[key] ?? null
}

const writes = (target) => target.closest?.("input, textarea, select, [role=radiogroup]")

function wholeScreen() {
  const leave = document.fullscreenElement
  if (leave) document.exitFullscreen()
  else document.documentElement.requestFullscreen()
}

export default function (component) {
  const { data, parentElement } = component
  const part = (name) => parentElement.querySelector(name)
  const { slides, size, name, labels, stage, dark } = data
  const made = slides.map(() => null)
  const root = part(".picture")
  const last = slides.length - 1
  let at = Math.min(Number(root.dataset.shown ?? 0), last)
  let current = true

  const svg = (index) => (made[index] ??= whole(slides[index]))
  const named = (ending) => (last ? `${name}_${at + 1}.${ending}` : `${name}.${ending}`)

  const show = async () => {
    root.dataset.shown = at
    root.dataset.ready = "no"
    part(".steps").hidden = !last
    part(".where").textContent = `${at + 1} / ${slides.length}`
    part(".back").disabled = at === 0
    part(".on").disabled = at === last
    const wanted = at
    try {
      const told = await svg(at)
      if (!current || wanted !== at) return
      const next = new Image()
      next.src = URL.createObjectURL(blob(told))
      next.alt = labels.alt
      await next.decode()
      if (!current || wanted !== at) return URL.revokeObjectURL(next.src)
      const image = part("img")
      image.replaceWith(next)
      if (image.src) URL.revokeObjectURL(image.src)
      root.dataset.ready = "yes"
      part(".failed").hidden = true
      if (at < last) svg(at + 1) // the next one is there when it is asked for
    } catch (error) {
      console.error(error)
      part(".failed").textContent = labels.failed
      part(".failed").hidden = false
    }
  }
  const go = (to) => {
    if (to === at || to < 0 || to > last) return
    at = to
    show()
  }
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const pressed = event.key === " " && event.composedPath()[0].closest?.("button")
    if (pressed || writes(event.composedPath()[0])) return
    if (stage && event.key.toLowerCase() === "f") return wholeScreen()
    const to = led(event.key, at, last)
    if (to === null || !last) return
    event.preventDefault()
    go(to)
  }

  root.classList.toggle("stage", stage)
  root.classList.toggle("dark", dark)
  for (const one of parentElement.querySelectorAll(".save")) one.hidden = stage
  part(".all").hidden = stage || !last
  part(".full").hidden = !stage || !document.fullscreenEnabled
  for (const one of ["png", "svg", "all"]) part(`.${one}`).textContent = labels[one]
  for (const one of ["back", "on", "full"]) {
    part(`.${one}`).setAttribute("aria-label", labels[one])
    part(`.${one}`).title = labels[one]
  }
  part(".back").onclick = () => go(at - 1)
  part(".on").onclick = () => go(at + 1)
  part(".full").onclick = wholeScreen
  part(".svg").onclick = async () => save(blob(await svg(at)), named("svg"))
  part(".png").onclick = async () => save(await png(await svg(at), size, 2), named("png"))
  part(".all").onclick = () => saveAll(slides.map((_, index) => svg(index)), size, name)
  document.addEventListener("keydown", keys)
  show()
  return () => {
    current = false
    document.removeEventListener("keydown", keys)
  }
}
