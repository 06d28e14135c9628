/*
 * Saves a long form in passing, so that a lost signal, a time-out or a closed lid costs at most some
 * seconds of typing. Without this file the form's own buttons do the same.
 */
const pause = 4000

export function autosave(part) {
  const form = part.querySelector('form')
  const said = part.querySelector('[data-autosave-said]')
  let timer = 0
  let running = Promise.resolve()
  let saving = false
  let leaving = false
  let saved = words(form)

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(saveSoon, pause)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!saving) {
      leaving = true
      return
    }
    // A save under way would raise the version behind this form's back: let it end first. A form
    // does not submit again from within its own event, hence the next task and not the next tick.
    event.preventDefault()
    const { submitter } = event
    running.then(() => setTimeout(() => form.requestSubmit(submitter)))
  })
  // Back again from the next page, out of the browser's memory.
  addEventListener('pageshow', () => (leaving = false))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveSoon()
  })

  function saveSoon() {
    clearTimeout(timer)
    running = running.then(save)
  }

  async function save() {
    const typed = words(form)
    if (leaving || typed === saved) return
    saving = true
    const answer = await send(form)
    saving = false
    if (answer === null) {
      said.textContent = 'Not saved just now. Keep this page open, or press Save.'
      return
    }
    saved = typed
    for (const [name, version] of Object.entries(answer.versions)) {
      const field = form.elements.namedItem(name)
      if (field) field.value = version
    }
    said.textContent = answer.said
    // What was typed while that was being saved is still to be saved.
    if (words(form) !== saved) timer = setTimeout(saveSoon, pause)
  }
}

/** What a person has put into the form, apart from what it carries of its own. */
function words(form) {
  const fields = [...new FormData(form)].filter(([name]) => !name.startsWith('version-'))
  return new URLSearchParams(fields).toString()
}

/** The answer of the server, or null where it could not be reached or would not save. */
async function send(form) {
  try {
    const response = await fetch(location.href, {
      method: 'POST',
      headers: { 'x-autosave': '1', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
