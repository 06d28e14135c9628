import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { govukFieldset, type FieldsetOptions } from './fieldset.ts'
import { govukInput } from './input.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Sometimes } from './internal/content.ts'
import {
  description,
  formGroup,
  type FieldError,
  type FieldHint,
  type ItemsFormGroup,
} from './internal/form-group.ts'

export type DateInputItem = {
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  /** Whether this part is wrong; with none marked, an error marks them all. */
  readonly error?: boolean | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type DateInputOptions = {
  readonly id: string
  /** Names become `<prefix>-day` and so on. */
  readonly namePrefix?: string | undefined
  /** Parts one by one, instead of `day`, `month` and `year`. */
  readonly items?: readonly Sometimes<DateInputItem>[] | undefined
  readonly day?: DateInputItem | false | undefined
  readonly month?: DateInputItem | false | undefined
  readonly year?: DateInputItem | false | undefined
  /** What was typed, by name. */
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly formGroup?: ItemsFormGroup | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'html' | 'role'> | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

type Part = 'day' | 'month' | 'year'
type NamedItem = DateInputItem & { readonly name: string; readonly part: Part | undefined }

/** A date that people know by heart, in three small fields. */
export function govukDateInput(options: DateInputOptions): Html {
  const { describedBy, messages } = description(options.id, options, options.fieldset?.describedBy)
  const items = itemsOf(options)
  const anyWrong = items.some(isWrong)
  const own = attributes({ class: classes('govuk-date-input', options.classes) })
  const inside = html`${messages}
    <div${own}${extra(options.attributes)}${attributes({ id: options.id || undefined })}>
      ${contentOf(options.formGroup?.beforeInputs)}
      ${items.map((item) => dateItem(options, item, isWrong(item) || (Boolean(options.errorMessage) && !anyWrong && item.error !== false)))}
      ${contentOf(options.formGroup?.afterInputs)}
    </div>`
  // role=group: JAWS leaves out the description of a fieldset of text fields without it.
  return formGroup(
    options,
    options.fieldset
      ? govukFieldset({ ...options.fieldset, describedBy, role: 'group', html: inside })
      : inside,
  )
}

const isWrong = (item: DateInputItem): boolean =>
  Boolean(item.error) || Boolean(item.classes?.includes('govuk-input--error'))

/** The parts to draw; those given as items take over what `day`, `month` and `year` say of them. */
function itemsOf(options: DateInputOptions): readonly NamedItem[] {
  const parts = (['day', 'month', 'year'] as const).map((part) => ({ part, set: options[part] }))
  if (!options.items?.length) {
    return parts.flatMap(({ part, set }) =>
      set === false ? [] : [{ ...set, name: set?.name ?? part, part }],
    )
  }
  return options.items.flatMap((item) => {
    if (!item) return []
    const match = parts.find(
      ({ part, set }) => item.name && [part, set && set.name].includes(item.name),
    )
    const value = item.value ?? (match?.set ? match.set.value : undefined)
    return [{ ...item, value, name: item.name ?? '', part: match?.part }]
  })
}

function dateItem(options: DateInputOptions, item: NamedItem, wrong: boolean): Html {
  const given = item.classes ?? ''
  const name = options.namePrefix ? `${options.namePrefix}-${item.name}` : item.name
  const field = govukInput({
    label: {
      text: item.label || item.name.charAt(0).toUpperCase() + item.name.slice(1).toLowerCase(),
      classes: 'govuk-date-input__label',
    },
    id: item.id || `${options.id}-${item.name}`,
    classes: classes(
      'govuk-date-input__input',
      wrong && !given.includes('govuk-input--error') && 'govuk-input--error',
      !given.includes('govuk-input--width-') &&
        `govuk-input--width-${item.part === 'year' ? 4 : 2}`,
      given,
    ),
    name,
    value: item.value ?? options.values?.[item.part ?? ''] ?? options.values?.[name],
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })
  return html`<div class="govuk-date-input__item">${field}</div>`
}
