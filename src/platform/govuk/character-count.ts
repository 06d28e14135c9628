import { classes, html, type Html } from '#platform/lib/html.ts'
import { govukHint } from './hint.ts'
import { scriptWords, type Attributes, type Messages } from './internal/attributes.ts'
import { contentOf } from './internal/content.ts'
import { govukTextarea, type TextareaOptions } from './textarea.ts'

export type CharacterCountOptions = Omit<
  TextareaOptions,
  'describedBy' | 'autocomplete' | 'disabled'
> & {
  readonly maxlength?: number | string | undefined
  /** Counts words instead of characters. */
  readonly maxwords?: number | string | undefined
  readonly countType?: 'characters' | 'words' | undefined
  /** Per cent of the limit from which the count shows. */
  readonly threshold?: number | string | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  /** Said without scripts; `%{count}` becomes the limit. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Messages | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Messages | undefined
  readonly wordsUnderLimitText?: Messages | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Messages | undefined
}

/** A field for several lines that says how much room is left. */
export function govukCharacterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name
  const message = govukHint({
    text: limitText(options),
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
  })
  return govukTextarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    formGroup: {
      ...options.formGroup,
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: { ...scriptAttributes(options), ...options.formGroup?.attributes },
      afterInput: { html: html`${message} ${contentOf(options.formGroup?.afterInput)}` },
    },
    classes: classes('govuk-js-character-count', options.classes),
  })
}

const limitOf = (options: CharacterCountOptions) =>
  options.maxwords || options.maxlength || undefined

const countTypeOf = (options: CharacterCountOptions) =>
  options.countType || (options.maxwords ? 'words' : undefined)

/** Empty without a limit: the script then sets limit and text together. */
function limitText(options: CharacterCountOptions): string | undefined {
  const limit = limitOf(options)
  if (!limit) return undefined
  const unit = countTypeOf(options) === 'words' ? 'words' : 'characters'
  const text = options.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return text.replaceAll('%{count}', String(limit))
}

function scriptAttributes(options: CharacterCountOptions): Attributes {
  const description = limitOf(options) ? undefined : options.textareaDescriptionText
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': options.maxlength,
    'data-maxwords': options.maxwords,
    'data-threshold': options.threshold,
    'data-count-type': countTypeOf(options),
    ...scriptWords({
      'textarea-description': description ? { other: description } : undefined,
      'characters-under-limit': options.charactersUnderLimitText,
      'characters-at-limit': options.charactersAtLimitText,
      'characters-over-limit': options.charactersOverLimitText,
      'words-under-limit': options.wordsUnderLimitText,
      'words-at-limit': options.wordsAtLimitText,
      'words-over-limit': options.wordsOverLimitText,
    }),
  }
}
