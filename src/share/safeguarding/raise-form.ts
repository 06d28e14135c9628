import { choice, choices, hiddenId, optionalText, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { allKinds } from './concern.ts'

export const elsewhere = 'somebody_else'

/** A concern, in one screen. `people` are those of the record it is raised from, by their ids. */
export function raiseForm(people: readonly string[]) {
  return form(
    {
      id: hiddenId(),
      who: choice([...people, elsewhere], 'Select whom you are worried about'),
      name: optionalText(200),
      about: choice(['adult', 'child'], 'Select whether they are an adult or a child'),
      danger: choice(['yes', 'no'], 'Select whether anybody is in danger now'),
      words: text('Enter what worries you', 10_000),
      kinds: choices(allKinds),
      wishes: optionalText(2000),
      knows: choice(
        ['yes', 'no', 'not_safe'],
        'Select whether the person knows that you raise this',
      ),
    },
    ({ who, name }) =>
      who === elsewhere && name === null
        ? [{ field: 'name', message: 'Enter their name, or how you would know them again' }]
        : [],
  )
}
