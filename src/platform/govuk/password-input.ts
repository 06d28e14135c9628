import { classes, html, type Html } from '#platform/lib/html.ts'
import { govukButton } from './button.ts'
import { govukInput, type InputOptions } from './input.ts'
import { scriptWords } from './internal/attributes.ts'
import { contentOf } from './internal/content.ts'

export type PasswordInputOptions = Pick<
  InputOptions,
  | 'name'
  | 'id'
  | 'value'
  | 'disabled'
  | 'describedBy'
  | 'label'
  | 'hint'
  | 'errorMessage'
  | 'formGroup'
  | 'classes'
  | 'autocomplete'
  | 'attributes'
> & {
  readonly button?: { readonly classes?: string | undefined } | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
}

/** A password, which a button shows and hides where scripts run. */
export function govukPasswordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name
  const words = scriptWords({
    'show-password': options.showPasswordText,
    'hide-password': options.hidePasswordText,
    'show-password-aria-label': options.showPasswordAriaLabelText,
    'hide-password-aria-label': options.hidePasswordAriaLabelText,
    'password-shown-announcement': options.passwordShownAnnouncementText,
    'password-hidden-announcement': options.passwordHiddenAnnouncementText,
  })
  return govukInput({
    ...options,
    id,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    classes: classes('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      ...options.formGroup,
      classes: classes('govuk-password-input', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...words,
        ...options.formGroup?.attributes,
      },
      afterInput: {
        html: html`${showButton(options, id)} ${contentOf(options.formGroup?.afterInput)}`,
      },
    },
  })
}

const showButton = (options: PasswordInputOptions, id: string): Html =>
  govukButton({
    type: 'button',
    classes: classes(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      options.button?.classes,
    ),
    text: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: '',
    },
  })
