// Shows a document whose cells or lines are a choice of one, and tells the page which one was
// chosen; a line that is chosen already is let go by another click, or by the space bar.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const room = parentElement.querySelector(".atlas-document")
  if (room.dataset.shown !== data.html) {
    const held = room.contains(document.activeElement) && document.activeElement.dataset.code
    room.innerHTML = data.html
    room.dataset.shown = data.html
    if (held) room.querySelector(`input[data-code="${CSS.escape(held)}"]`)?.focus()
  }
  room.onchange = event => {
    const { code } = event.target.dataset
    if (code) setTriggerValue("chosen", code)
  }
  const again = ({ target }) => {
    const line = target.defaultChecked && target.closest("li.coded")
    if (line) setTriggerValue("chosen", target.dataset.code)
  }
  room.onclick = again
  room.onkeydown = event => {
    if (event.key === " ") again(event)
  }
}
