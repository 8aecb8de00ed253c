// Before the page is printed: measures what has to fit the sheet, and writes address and day to
// the foot of each sheet.

const quoted = (text) => `"${text.replace(/["\\\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`

function beforePrint() {
  for (const svg of document.querySelectorAll(".main-svg")) {
    const [width, height] = ["width", "height"].map((side) => parseFloat(svg.getAttribute(side)))
    if (width && height) svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
  }
  for (const map of document.querySelectorAll('[data-testid="stDeckGlJsonChart"]')) {
    const { width, height } = map.getBoundingClientRect()
    map.style.setProperty("--print-ratio", width && height ? `${width} / ${height}` : "2")
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
}

let printing = false
function startPrinting() {
  if (printing) return
  printing = true
  window.addEventListener("beforeprint", beforePrint)
  window.addEventListener("afterprint", afterPrint)
}

