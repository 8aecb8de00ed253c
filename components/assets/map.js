// Puts a map that was made on the server into the page; the titles of its flows are its tips.
export default function (component) {
  const { data, parentElement } = component
  parentElement.querySelector(".map").innerHTML = data.svg
}
