// Shows a document whose cells are a choice of one, and tells the page which one was chosen.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const room = parentElement.querySelector(".atlas-document")
  if (room.dataset.shown !== data.html) {
    const held = room.contains(document.activeElement) && document.activeElement.dataset.code
    room.innerHTML = data.html
    room.dataset.shown = data.html
    if (held) room.querySelector(`[data-code="${CSS.escape(held)}"]`)?.focus()
  }
  room.onchange = event => {
    const { code } = event.target.dataset
    if (code) setTriggerValue("chosen", code)
  }
}
