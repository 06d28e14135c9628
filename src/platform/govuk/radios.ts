import type { Html } from '#platform/lib/html.ts'
import { choices, itemId, type ChoicesOptions } from './internal/choices.ts'
import { present, type Sometimes } from './internal/content.ts'
import { choiceItem, type ChoiceItem } from './internal/item.ts'

export type RadiosOptions = ChoicesOptions & {
  readonly items: readonly Sometimes<ChoiceItem>[]
  /** The value that is chosen, unless an item says otherwise itself. */
  readonly value?: string | number | undefined
}

/** A question with one answer out of several. */
export const govukRadios = (options: RadiosOptions): Html =>
  choices('radios', options, options.fieldset?.describedBy, () =>
    present(options.items).map(({ item, place }) =>
      choiceItem(item, {
        kind: 'radios',
        id: itemId(options, item.id, place),
        name: options.name,
        checked:
          item.checked ?? (Boolean(options.value) && String(item.value) === String(options.value)),
      }),
    ),
  )
