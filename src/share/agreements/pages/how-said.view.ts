import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { dayField, radiosField } from '#people/persons/fields.view.ts'

/** How and when the carer said it, which the agreement keeps beside who wrote it down. */
export const howSaidFields = (state: FormState): Html =>
  html`${radiosField(state, {
    name: 'howGiven',
    label: 'How did they tell you?',
    options: [
      ['telephone', 'On the telephone'],
      ['face_to_face', 'Face to face'],
      ['written', 'In writing'],
    ],
  })}
  ${dayField(state, { name: 'saidOn', label: 'On which day' })}`
