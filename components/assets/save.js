// Presses plotly's own camera button: the picture is made in the browser, nothing is sent.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = () => {
    document.querySelector(".st-key-print .modebar-btn")?.click()
  }
}
