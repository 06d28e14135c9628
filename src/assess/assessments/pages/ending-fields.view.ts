import { html, type Html } from '#platform/lib/html.ts'
import { codeWords } from '#people/persons/code-words.ts'
import { areaField, selectField } from '#people/persons/fields.view.ts'
import type { FormState } from '#platform/web/form.ts'
import { endings, reasonsFor, type Ending } from '../endings.rules.ts'

/** Why it ended or was not offered, and what was said: asked wherever an assessment may end unheld. */
export function endingFields(state: FormState, among: readonly Ending[] = endings): Html {
  const fit = new Set(among.flatMap((ending) => reasonsFor(ending, true)))
  for (const ending of among) for (const each of reasonsFor(ending, false)) fit.add(each)
  return html`${selectField(state, {
    name: 'reason',
    label: 'Why?',
    options: [...codeWords('assessment-endings')].filter(([code]) => fit.has(code)),
    blank: 'Select why',
  })}
  ${areaField(state, {
    name: 'words',
    label: 'What was said?',
    hint: 'In the carer’s own words where you can, and what was offered instead',
  })}`
}
