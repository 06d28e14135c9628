import type { IsoDate } from '#platform/lib/dates.ts'
import { choice, choices, email, hiddenId, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { numbers, period, periodFault, staffDuties } from './duty-form.ts'
import type { Organisation } from './organisation.ts'

/** Whom to invite, for what, and how they will come in. */
export const inviteForm = (organisations: readonly Organisation[], today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      name: text('Enter the person’s name', 100),
      email: email('Enter the person’s work email address'),
      organisation: choice(numbers(organisations), 'Select the organisation'),
      duties: choices(staffDuties, 'Select at least one duty'),
      ...period(today),
      signIn: choice(['sso', 'password'], 'Select how they will sign in'),
    },
    periodFault,
  )
