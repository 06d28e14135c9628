import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, scriptWords, type Attributes, type Messages } from './internal/attributes.ts'
import { contentOf } from './internal/content.ts'
import {
  description,
  fieldLabel,
  formGroup,
  type FieldError,
  type FieldHint,
  type FieldLabel,
  type FormGroup,
} from './internal/form-group.ts'

export type FileUploadOptions = {
  readonly name: string
  /** The name unless told. */
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly multiple?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label?: FieldLabel | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly formGroup?: FormGroup | undefined
  /** Whether files may also be dropped on it, where scripts run. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly dropInstructionText?: string | undefined
  readonly multipleFilesChosenText?: Messages | undefined
  readonly noFileChosenText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A field to send a file. */
export function govukFileUpload(options: FileUploadOptions): Html {
  const id = options.id || options.name
  const { describedBy, messages } = description(id, options, options.describedBy)
  const own = attributes({
    class: classes(
      'govuk-file-upload',
      options.classes,
      options.errorMessage && 'govuk-file-upload--error',
    ),
    id,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': describedBy,
  })
  const control = html`<input${own}${extra(options.attributes)}>`
  return formGroup(
    options,
    html`${fieldLabel(options.label, id)} ${messages} ${contentOf(options.formGroup?.beforeInput)}
    ${options.javascript ? dropZone(options, control) : control}
    ${contentOf(options.formGroup?.afterInput)}`,
  )
}

function dropZone(options: FileUploadOptions, control: Html): Html {
  const own = attributes({
    class: classes('govuk-file-upload-wrapper', options.wrapperClasses),
    'data-module': 'govuk-file-upload',
  })
  const words = scriptWords({
    'choose-files-button': options.chooseFilesButtonText,
    'no-file-chosen': options.noFileChosenText,
    'multiple-files-chosen': options.multipleFilesChosenText,
    'drop-instruction': options.dropInstructionText,
    'entered-drop-zone': options.enteredDropZoneText,
    'left-drop-zone': options.leftDropZoneText,
  })
  return html`<div${own}${extra(words)}${extra(options.wrapperAttributes)}>${control}</div>`
}
