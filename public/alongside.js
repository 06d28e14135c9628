/*
 * Scripts only add: every page works without this file. The shipped scripts of GOV.UK and MOJ do
 * the rest; MOJ's is fetched only by pages that hold one of its components.
 */
import { initAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

if (document.querySelector('[data-module^="moj-"]')) {
  const moj = await import('./moj/moj-frontend.min.js')
  moj.initAll()
}

for (const part of document.querySelectorAll('[data-autosave]')) {
  const { autosave } = await import('./autosave.js')
  autosave(part)
}

for (const part of document.querySelectorAll('[data-also-here]')) {
  const { followOthers } = await import('./also-here.js')
  followOthers(part)
}

if (document.querySelector('[data-goes-on]')) {
  const { followWork } = await import('./goes-on.js')
  followWork()
}

/** In the workspace, `/` goes to the search box, unless somebody is typing. */
const search = document.querySelector('.door-workspace .app-search__box')
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]')
  if (!search || event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  search.focus()
  search.select()
})
