import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { day, hiddenId, optionalText, text } from '#platform/web/fields.ts'
import { type Body, form, type FormState, withFault } from '#platform/web/form.ts'
import type { UploadedFile } from '#platform/web/page.ts'
import { amountFromZero } from '#support/money-fields.ts'
import { type Receipt, receiptsFrom } from './receipts.rules.ts'
import type { NewReturn } from './returns.sql.ts'

const usedForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      fromOn: day('Enter the first day that the return is about', 'The first day'),
      toOn: day('Enter the last day that the return is about', 'The last day', {
        notAfter: { date: today, words: 'The last day must be today or in the past' },
      }),
      spentPence: amountFromZero('Enter how much was spent, or 0'),
      usedFor: text('Write what the money was used for', 2000),
      withoutReceipts: optionalText(500),
    },
    ({ fromOn, toOn }) =>
      toOn < fromOn
        ? [{ field: 'toOn', message: 'The last day must not be before the first' }]
        : [],
  )

type Use = Omit<NewReturn, 'paymentId' | 'personId' | 'recordedOn'>

/** What somebody tells of how money was used, with its receipts or why there are none; or what is wrong in it. */
export function readUse(of: {
  readonly body: Body
  readonly files: readonly UploadedFile[]
  readonly today: IsoDate
}): Result<{ readonly use: Use; readonly receipts: readonly Receipt[] }, FormState> {
  const read = usedForm(of.today).read(of.body)
  if (!read.ok) return read
  const receipts = receiptsFrom(of.files)
  if (!receipts.ok) return refused(withFault(of.body, 'receipts', receipts.error))
  const { withoutReceipts, spentPence } = read.value
  if (receipts.value.length === 0 && withoutReceipts === null && spentPence > 0) {
    const words = 'Choose the receipts, or write why there are none'
    return refused(withFault(of.body, 'receipts', words))
  }
  return ok({ use: read.value, receipts: receipts.value })
}
