// A flow map on a page: tips, zoom, keys, and what was clicked. The page scrolls under the wheel;
// the map zooms by its buttons, by pinching, and by the wheel with Ctrl.
// What has the same data-code anywhere on the page lights up with the flow, and the other way round.

const MOST = 5
const CLEAR = 16 // pixels between the pointer and the tip

function light(code) {
  for (const one of document.querySelectorAll("[data-code].lit")) one.classList.remove("lit")
  const same = code ? [...document.querySelectorAll(`[data-code="${CSS.escape(code)}"]`)] : []
  for (const one of same) one.classList.add("lit")
  for (const map of document.querySelectorAll(".atlas-map"))
    map.classList.toggle("lighting", same.some(one => map.contains(one)))
}

function view(svg) {
  const [, , width, height] = svg.dataset.whole.split(" ").map(Number)
  const box = svg.viewBox.baseVal
  return { width, height, x: box.x, y: box.y, k: width / box.width }
}

function move(svg, x, y, k) {
  const { width, height } = view(svg)
  const scale = Math.min(Math.max(k, 1), MOST)
  const [w, h] = [width / scale, height / scale]
  const left = Math.min(Math.max(x, 0), width - w)
  const top = Math.min(Math.max(y, 0), height - h)
  svg.setAttribute("viewBox", `${left} ${top} ${w} ${h}`)
  svg.classList.toggle("near", scale > 1)
  sharpen(svg)
}

// Words keep their size on the screen, however wide the map is and however near.
function sharpen(svg) {
  const shown = svg.getBoundingClientRect().width
  if (!shown) return
  svg.style.setProperty("--words", (svg.viewBox.baseVal.width / shown).toFixed(3))
}

function zoom(svg, by, point) {
  const { x, y, k, width, height } = view(svg)
  const box = svg.getBoundingClientRect()
  const share = point
    ? [(point[0] - box.left) / box.width, (point[1] - box.top) / box.height]
    : [0.5, 0.5]
  const scale = Math.min(Math.max(k * by, 1), MOST)
  move(
    svg,
    x + share[0] * (width / k - width / scale),
    y + share[1] * (height / k - height / scale),
    scale,
  )
}

function say(map, item, x, y) {
  const tip = map.querySelector(".tip")
  const words = item?.dataset.tip
  tip.hidden = !words
  if (!words) return
  tip.textContent = words
  const room = map.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const left = Math.min(Math.max(x - room.left - width / 2, 4), room.width - width - 4)
  const above = y - room.top - height - CLEAR
  tip.style.left = `${left}px`
  tip.style.top = `${above > 4 ? above : y - room.top + CLEAR + 8}px`
}

function steer(map, svg) {
  const fingers = new Map()
  let held = null
  svg.addEventListener("wheel", event => {
    if (!event.ctrlKey) return
    event.preventDefault()
    zoom(svg, Math.exp(-event.deltaY / 200), [event.clientX, event.clientY])
  }, { passive: false })
  svg.addEventListener("pointerdown", event => {
    fingers.set(event.pointerId, [event.clientX, event.clientY])
    held = { moved: 0 }
  })
  svg.addEventListener("pointermove", event => {
    const item = event.target.closest("[data-tip]")
    if (!fingers.size) {
      say(map, item, event.clientX, event.clientY)
      return
    }
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = [event.clientX, event.clientY]
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    fingers.set(event.pointerId, now)
    held.moved += Math.hypot(now[0] - before[0], now[1] - before[1])
    if (others.length) {
      const [other] = others
      const apart = at => Math.hypot(at[0] - other[0], at[1] - other[1])
      zoom(svg, apart(now) / (apart(before) || 1), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2])
    } else if (svg.classList.contains("near")) {
      const { x, y, k, width } = view(svg)
      const scale = width / k / svg.getBoundingClientRect().width
      move(svg, x - (now[0] - before[0]) * scale, y - (now[1] - before[1]) * scale, k)
    }
  })
  const let_go = event => fingers.delete(event.pointerId)
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) svg.addEventListener(end, let_go)
  svg.addEventListener("pointerleave", () => say(map, null))
  return () => (held?.moved ?? 0) > 6
}

function walk(map, picks) {
  const flows = [...map.querySelectorAll(".flow")] // the largest first
  flows.forEach((flow, index) => {
    flow.setAttribute("tabindex", index ? "-1" : "0")
    flow.setAttribute("role", picks ? "button" : "img")
    flow.setAttribute("aria-label", flow.dataset.tip)
  })
  map.addEventListener("keydown", event => {
    const at = flows.indexOf(document.activeElement)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (at < 0 || !step) return
    event.preventDefault()
    const next = flows[(at + step + flows.length) % flows.length]
    flows[at].setAttribute("tabindex", "-1")
    next.setAttribute("tabindex", "0")
    next.focus()
  })
  map.addEventListener("focusin", event => {
    const flow = event.target.closest(".flow")
    if (!flow || !flow.matches(":focus-visible")) return
    const box = flow.getBoundingClientRect()
    light(flow.dataset.code)
    say(map, flow, box.left + box.width / 2, box.top + box.height / 2)
  })
  map.addEventListener("focusout", () => {
    light("")
    say(map, null)
  })
}

function show(room, data) {
  const old = room.querySelector("svg")
  const kept = old && { whole: old.dataset.whole, box: old.getAttribute("viewBox") }
  const held = room.contains(document.activeElement) && document.activeElement.dataset.code
  room.innerHTML = data.html
  const map = room.querySelector(".atlas-map")
  const svg = map.querySelector("svg")
  svg.dataset.whole = svg.getAttribute("viewBox")
  if (kept && kept.whole === svg.dataset.whole) {
    svg.setAttribute("viewBox", kept.box)
    svg.classList.toggle("near", kept.box !== kept.whole)
  }
  walk(map, data.picks)
  if (held) map.querySelector(`[data-code="${CSS.escape(held)}"]`)?.focus()
  map.classList.toggle("picks", data.picks)
  return steer(map, svg)
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const room = parentElement.querySelector(".atlas-map-room")
  if (room.shown !== data.html) {
    room.shown = data.html
    room.dragged = show(room, data)
  }
  const svg = room.querySelector("svg")
  const pick = target => {
    const item = target.closest("[data-code], [data-place]")
    if (!item || !data.picks) return
    setTriggerValue("picked", item.dataset.code ? `corridor ${item.dataset.code}` : `place ${item.dataset.place}`)
  }
  room.onclick = event => {
    const button = event.target.closest("[data-zoom]")
    if (!button) return room.dragged() || pick(event.target)
    if (button.dataset.zoom === "whole") move(svg, 0, 0, 1)
    else zoom(svg, button.dataset.zoom === "in" ? 1.6 : 1 / 1.6)
  }
  room.onkeydown = event => {
    if (event.target.closest(".flow") && ["Enter", " "].includes(event.key)) {
      event.preventDefault()
      pick(event.target)
    }
  }
  const over = event => light(event.target.closest?.("[data-code]")?.dataset.code ?? "")
  const resized = new ResizeObserver(() => sharpen(svg))
  document.addEventListener("pointerover", over)
  resized.observe(svg)
  return () => {
    document.removeEventListener("pointerover", over)
    resized.disconnect()
  }
}
