import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { govukInput, type InputOptions } from '../input.ts'

export type DatePickerOptions = Pick<
  InputOptions,
  | 'name'
  | 'id'
  | 'value'
  | 'label'
  | 'hint'
  | 'errorMessage'
  | 'formGroup'
  | 'classes'
  | 'attributes'
> & {
  /** As `d/m/yyyy`, as are all dates here. */
  readonly minDate?: string | undefined
  readonly maxDate?: string | undefined
  /** Dates and ranges (`2/4/2018-6/4/2018`) with spaces between. */
  readonly excludedDates?: string | undefined
  readonly excludedDays?: string | undefined
  readonly leadingZeros?: boolean | undefined
  readonly weekStartDay?: 'monday' | 'sunday' | undefined
}

/** A date typed as `d/m/yyyy`, or picked from a calendar where scripts run. */
export function mojDatePicker(options: DatePickerOptions): Html {
  const own = attributes({
    class: 'moj-datepicker',
    'data-module': 'moj-date-picker',
    'data-min-date': options.minDate,
    'data-max-date': options.maxDate,
    'data-excluded-dates': options.excludedDates,
    'data-excluded-days': options.excludedDays,
    'data-leading-zeros': options.leadingZeros?.toString(),
    'data-week-start-day': options.weekStartDay,
  })
  const field = govukInput({
    ...options,
    classes: classes('moj-js-datepicker-input', options.classes),
    autocomplete: 'off',
  })
  return html`<div${own}>${field}</div>`
}
