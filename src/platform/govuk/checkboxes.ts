import type { Html } from '#platform/lib/html.ts'
import { choices, itemId, type ChoicesOptions } from './internal/choices.ts'
import { present, type Sometimes } from './internal/content.ts'
import { choiceItem, type ChoiceItem } from './internal/item.ts'

export type CheckboxItem = ChoiceItem & {
  readonly name?: string | undefined
  /** Where scripts run, ticking it clears all others. */
  readonly behaviour?: 'exclusive' | undefined
}

export type CheckboxesOptions = ChoicesOptions & {
  readonly describedBy?: string | undefined
  readonly items: readonly Sometimes<CheckboxItem>[]
  /** The values that are ticked, unless an item says otherwise itself. */
  readonly values?: readonly (string | number)[] | undefined
}

/** A question with any number of answers. */
export const govukCheckboxes = (options: CheckboxesOptions): Html =>
  choices(
    'checkboxes',
    options,
    options.fieldset?.describedBy || options.describedBy,
    (describedBy) =>
      present(options.items).map(({ item, place }) =>
        choiceItem(item, {
          kind: 'checkboxes',
          id: itemId(options, item.id, place),
          name: item.name || options.name,
          checked:
            item.checked ??
            (item.value !== undefined && Boolean(options.values?.includes(item.value))),
          describedBy: options.fieldset ? undefined : describedBy,
          behaviour: item.behaviour,
        }),
      ),
  )
