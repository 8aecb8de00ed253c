// Before the page is printed: makes what has to fit the sheet, and writes address and day to the
// foot of each sheet. A map that WebGL draws is kept readable for that.

const context = HTMLCanvasElement.prototype.getContext
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  const kept = /webgl/.test(kind) ? { ...options, preserveDrawingBuffer: true } : options
  return context.call(this, kind, kept)
}

const quoted = (text) => `"${text.replace(/["\\\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`

function beforePrint() {
  for (const svg of document.querySelectorAll(".main-svg")) {
    const [width, height] = ["width", "height"].map((side) => parseFloat(svg.getAttribute(side)))
    if (width && height) svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
  }
  for (const map of document.querySelectorAll('[data-testid="stDeckGlJsonChart"]')) {
    const drawn = map.querySelector("canvas:not(.atlas-print-map)")
    const picture = map.querySelector(".atlas-print-map") ?? document.createElement("canvas")
    picture.className = "atlas-print-map"
    picture.width = drawn?.width ?? 0
    picture.height = drawn?.height ?? 0
    if (picture.width && picture.height) picture.getContext("2d").drawImage(drawn, 0, 0)
    map.append(picture)
  }
  const root = document.documentElement
  const app = document.querySelector(".stApp")
  const dark = app && getComputedStyle(app).colorScheme.includes("dark")
  root.toggleAttribute("data-print-dark", Boolean(dark))
  const day = new Date().toLocaleDateString(root.lang, { dateStyle: "long" })
  const sheet = document.querySelector("#atlas-sheet") ?? document.createElement("style")
  sheet.id = "atlas-sheet"
  sheet.textContent =
    `@page { @bottom-left { content: ${quoted(window.location.href)}; font: 8pt sans-serif; width: 76%; }` +
    ` @bottom-right { content: ${quoted(`${day} · `)} counter(page) "/" counter(pages); font: 8pt sans-serif; } }`
  document.head.append(sheet)
}

function afterPrint() {
  document.documentElement.removeAttribute("data-print-dark")
  for (const svg of document.querySelectorAll(".main-svg[viewBox]")) svg.removeAttribute("viewBox")
  for (const picture of document.querySelectorAll(".atlas-print-map")) picture.remove()
}

let printing = false
function startPrinting() {
  if (printing) return
  printing = true
  window.addEventListener("beforeprint", beforePrint)
  window.addEventListener("afterprint", afterPrint)
}

