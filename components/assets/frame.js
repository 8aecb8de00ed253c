// Shows a view as it stands in a frame of another site, and tells how high it needs to be.
export default function (component) {
  const { data, parentElement, setStateValue } = component
  const frame = parentElement.querySelector("iframe")
  frame.style.maxWidth = `${data.width}px`
  if (frame.getAttribute("src") !== data.address) {
    frame.title = data.title
    frame.height = data.height
    frame.src = data.address
  }
  const hear = (event) => {
    const height = event.source === frame.contentWindow && Number(event.data?.atlasHeight)
    if (!height || `${height}` === frame.height) return
    frame.height = height
    setStateValue("height", height)
  }
  window.addEventListener("message", hear)
  return () => window.removeEventListener("message", hear)
}
