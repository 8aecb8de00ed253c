// Tells the document its language, and Python how wide the window is and whether it has WebGL.
// Where one view has the whole screen, tells Python how much room that is.

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

export default function (component) {
  const { data, setStateValue } = component
  document.documentElement.lang = data.lang
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
  if (!hasWebGL()) setStateValue("webgl", false)
  window.addEventListener("resize", look)
  return () => window.removeEventListener("resize", look)
}
