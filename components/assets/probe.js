// Tells the document its language, and Python how wide the window is and whether it has WebGL.
// Scales figures of a fixed size to the room they have.
const STAGE = [1200, 750]

function sizeClass() {
  if (window.innerWidth <= 700) return "narrow"
  if (window.innerWidth < 1180) return "medium"
  return window.innerWidth >= 1720 ? "large" : "wide"
}

let webgl = null
function hasWebGL() {
  if (webgl === null) {
    const context = document.createElement("canvas").getContext("webgl2")
    webgl = Boolean(context)
    context?.getExtension("WEBGL_lose_context")?.loseContext()
  }
  return webgl
}

function fit() {
  const stage = document.querySelector(".st-key-stage")
  if (stage) {
    const scale = Math.min(window.innerWidth / STAGE[0], window.innerHeight / STAGE[1])
    const left = (window.innerWidth - STAGE[0] * scale) / 2
    stage.style.transform = `translate(${left}px, 0) scale(${scale})`
  }
  const print = document.querySelector(".st-key-print")
  if (print?.parentElement) {
    const scale = Math.min(1, print.parentElement.clientWidth / STAGE[0])
    print.style.transform = `scale(${scale})`
    print.style.marginBottom = `${STAGE[1] * (scale - 1)}px`
  }
}

export default function (component) {
  const { data, setStateValue } = component
  document.documentElement.lang = data.lang
  let told = data.size
  const look = () => {
    const size = sizeClass()
    if (size !== told) {
      told = size
      setStateValue("size", size)
    }
    fit()
  }
  look()
  if (!hasWebGL()) setStateValue("webgl", false)
  window.addEventListener("resize", look)
  const observer = new MutationObserver(fit)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    window.removeEventListener("resize", look)
    observer.disconnect()
  }
}
