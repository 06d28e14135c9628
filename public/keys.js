/*
 * Shortcuts of the workspace. A page says which key does what by `aria-keyshortcuts` on a link, a
 * button, a field or an answer; this acts on it. Keys of one character can be turned off (WCAG 2.1.4)
 * on the page that tells of them, and never act while somebody types or chooses in a field.
 */
const turnedOff = /(?:^|; *)alongside-keys=off/.test(document.cookie)

export function listenForKeys() {
  document.documentElement.classList.toggle('app-keys-on', !turnedOff)
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
    else if (!turnedOff) act(event)
  })
}

/** Ctrl and Enter press the first button of the form somebody is typing in. */
function save(event) {
  const form = event.target.closest?.('main form[method="post"]')
  const button = form?.querySelector('button[type="submit"], button:not([type])')
  if (!button) return
  event.preventDefault()
  form.requestSubmit(button)
}

function act(event) {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
  const target = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)
  if (!target) return
  event.preventDefault()
  if (!target.matches('input, textarea')) return target.click()
  if (!target.matches('[type="radio"]')) {
    target.focus()
    return target.select()
  }
  target.click()
  document.getElementById(target.dataset.then)?.focus()
}
