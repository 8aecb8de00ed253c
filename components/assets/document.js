// Shows a document whose cells are buttons, and tells the page which one was chosen.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const room = parentElement.querySelector(".atlas-document")
  if (room.dataset.shown !== data.html) {
    const held = room.contains(document.activeElement) && document.activeElement.dataset.code
    room.innerHTML = data.html
    room.dataset.shown = data.html
    if (held) room.querySelector(`[data-code="${CSS.escape(held)}"]`)?.focus()
  }
  room.onclick = event => {
    const button = event.target.closest("[data-code]")
    if (button) setTriggerValue("chosen", button.dataset.code)
  }
}
