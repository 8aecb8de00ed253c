// Shows the slides of a view as they are saved, and saves them as PNG or SVG.
// A chart is drawn by plotly's public toImage and put into its frame; nothing is sent anywhere.

const PATIENCE = 20000 // milliseconds until plotly must have come

function plotly() {
  const started = performance.now()
  return new Promise((found, failed) => {
    const look = () => {
      if (window.Plotly) found(window.Plotly)
      else if (performance.now() - started > PATIENCE) failed(new Error("plotly did not come"))
      else setTimeout(look, 60)
    }
    look()
  })
}

async function whole(slide) {
  if (!slide.chart) return slide.svg
  const { figure, config, width, height, room, spans } = slide.chart
  const described = { ...JSON.parse(figure), config }
  const url = await (await plotly()).toImage(described, { format: "svg", width, height })
  const drawn = decodeURIComponent(url.slice(url.indexOf(",") + 1))
  const inside = drawn.slice(drawn.indexOf(">", drawn.indexOf("<svg")) + 1)
  const [x, top, wide] = room
  let y = top
  const parts = spans.map(([from, to]) => {
    const high = ((to - from) * wide) / width
    const part = `<svg xmlns:xlink="http://www.w3.org/1999/xlink" x="${x}" y="${y}" ` +
      `width="${wide}" height="${high}" viewBox="0 ${from} ${width} ${to - from}">${inside}`
    y += high
    return part
  })
  return slide.svg.replace("<!--chart-->", () => parts.join(""))
}

const blob = (svg) => new Blob([svg], { type: "image/svg+xml;charset=utf-8" })

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

export default function (component) {
  const { data, parentElement } = component
  const part = (name) => parentElement.querySelector(name)
  const { slides, size, name, labels, stage } = data
  const made = slides.map(() => null)
  const root = part(".picture")
  const shown = Number(root.dataset.shown ?? 0)
  let at = Math.min(shown, slides.length - 1)
  let current = true

  const svg = (index) => (made[index] ??= whole(slides[index]))
  const named = (ending) => (slides.length > 1 ? `${name}_${at + 1}.${ending}` : `${name}.${ending}`)

  const show = async () => {
    root.dataset.shown = at
    root.dataset.ready = "no"
    part(".steps").hidden = slides.length < 2
    part(".where").textContent = `${at + 1} / ${slides.length}`
    const wanted = at
    try {
      const told = await svg(at)
      if (!current || wanted !== at) return
      const image = part("img")
      const before = image.src
      image.src = URL.createObjectURL(blob(told))
      image.alt = labels.alt
      await image.decode()
      if (before) URL.revokeObjectURL(before)
      root.dataset.ready = "yes"
      part(".failed").hidden = true
    } catch (error) {
      console.error(error)
      part(".failed").textContent = labels.failed
      part(".failed").hidden = false
    }
  }
  const step = (by) => {
    at = (at + by + slides.length) % slides.length
    show()
  }
  const keys = (event) => {
    if (event.key === "ArrowRight") step(1)
    else if (event.key === "ArrowLeft") step(-1)
  }

  root.classList.toggle("stage", stage)
  part(".tools").hidden = stage && slides.length < 2
  for (const one of parentElement.querySelectorAll(".save")) one.hidden = stage
  part(".png").textContent = labels.png
  part(".svg").textContent = labels.svg
  part(".back").setAttribute("aria-label", labels.back)
  part(".on").setAttribute("aria-label", labels.on)
  part(".back").onclick = () => step(-1)
  part(".on").onclick = () => step(1)
  part(".svg").onclick = async () => save(blob(await svg(at)), named("svg"))
  part(".png").onclick = async () => save(await png(await svg(at), size, 2), named("png"))
  if (slides.length > 1) document.addEventListener("keydown", keys)
  show()
  return () => {
    current = false
    document.removeEventListener("keydown", keys)
  }
}
