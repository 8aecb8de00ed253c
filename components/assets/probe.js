// Tells the document its language, and Python how wide the window is and whether it has WebGL.
// Where one view has the whole screen, tells Python how much room that is.
// Lets the page run when its server has come back: a new session knows no part that runs alone.
// Puts the address that a reader arrived by right, in its place in the browser's history.
// On a phone, brings the line of controls to the foot of the screen and lets it go again.

function sizeClass() {
  if (window.innerWidth <= 700) return "narrow"
  if (window.innerWidth < 1180) return "medium"
  return window.innerWidth >= 1720 ? "large" : "wide"
}

const FRAMES = 300 // to wait for the path of a page

let webgl = null
function hasWebGL() {
  if (webgl === null) {
    const context = document.createElement("canvas").getContext("webgl2")
    webgl = Boolean(context)
    context?.getExtension("WEBGL_lose_context")?.loseContext()
  }
  return webgl
}

function pageShown(pages) {
  const last = window.location.pathname.split("/").filter(Boolean).pop() ?? ""
  return pages.includes(last) ? last : ""
}

// Says whether the address is that of the page, and says its choices.
function correctAddress({ page, pages, address }) {
  if (address === null) return true
  if (pageShown(pages) !== page) return false
  const asked = new URLSearchParams(window.location.search)
  const wanted = new URLSearchParams(address)
  for (const [name, value] of asked)
    if (/^embed/i.test(name)) wanted.append(name, value)
  if (`${wanted}` === `${asked}`) return true
  const { pathname, hash } = window.location
  const query = `${wanted}` ? `?${wanted}` : ""
  window.history.replaceState(window.history.state, "", pathname + query + hash)
  return true
}

// Says whether the page is light or dark, by what the reader sees.
function modeOf(app) {
  const [red, green, blue] = getComputedStyle(app).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255]
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128 ? "dark" : "light"
}

function bar(event) {
  const pressed = event?.target.closest(".atlas-bar")
  const root = document.documentElement
  if (pressed) root.toggleAttribute("data-filters")
  for (const one of document.querySelectorAll(".atlas-bar"))
    one.setAttribute("aria-expanded", root.hasAttribute("data-filters"))
}

// The field that finds is a script of its own, which no page waits for.
let finder = null
function startFinder(told, stage) {
  finder ??= import(`${window.location.origin}${told.root}/find.js`)
  finder.then(one => one.startFinding(told, stage), () => (finder = null))
}

export default function (component) {
  const { data, setStateValue } = component
  document.documentElement.lang = data.lang
  startReading(data.spoken)
  startPrinting()
  startAdding()
  startFraming()
  startGuide()
  startConnection()
  if (data.finding.words) startFinder(data.finding, data.stage)
  if (data.back) back(data.back)
  let told = data.size
  let toldRoom = data.room
  const look = () => {
    const size = sizeClass()
    if (size !== told) {
      told = size
      setStateValue("size", size)
    }
    const room = `${window.innerWidth}x${window.innerHeight}`
    if (data.stage && room !== toldRoom) {
      toldRoom = room
      setStateValue("room", room)
    }
  }
  look()
  if (data.webgl && !hasWebGL()) setStateValue("webgl", false)
  // Streamlit shows a page before it writes its path: look until it has, at each frame.
  let frames = 0
  let frame = null
  const correct = () => {
    if (!correctAddress(data) && ++frames < FRAMES) frame = requestAnimationFrame(correct)
  }
  correct()
  bar()
  document.addEventListener("click", bar)
  window.addEventListener("resize", look)
  const app = document.querySelector('[data-testid="stApp"]')
  let toldMode = data.mode
  const seeMode = () => {
    if (!app) return
    const mode = modeOf(app)
    document.documentElement.style.colorScheme = mode // for what stands outside the app, as lists
    if (mode !== toldMode) {
      toldMode = mode
      setStateValue("mode", mode)
    }
  }
  seeMode()
  const themes = new MutationObserver(() => requestAnimationFrame(seeMode))
  for (const one of [app, document.documentElement, document.body])
    if (one) themes.observe(one, { attributeFilter: ["class", "style", "data-theme"] })
  const dark = window.matchMedia("(prefers-color-scheme: dark)")
  dark.addEventListener("change", seeMode)
  const connected = () => app?.dataset.testConnectionState === "CONNECTED"
  let before = connected()
  const waker = new MutationObserver(() => {
    if (connected() && !before) setStateValue("woken", Date.now())
    before = connected()
  })
  if (app) waker.observe(app, { attributeFilter: ["data-test-connection-state"] })
  return () => {
    document.removeEventListener("click", bar)
    cancelAnimationFrame(frame)
    waker.disconnect()
    themes.disconnect()
    dark.removeEventListener("change", seeMode)
    window.removeEventListener("resize", look)
  }
}
