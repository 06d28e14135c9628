import { choice, choices, hiddenId, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { emailDomain } from '#share/accounts/sign-on.rules.ts'
import { domainsIn } from './organisation-form.ts'
import { numbers, staffDuties } from './duty-form.ts'
import type { Organisation } from './organisation.ts'

/** A rule of single sign-on: which claim, with which value, gives which duties where. */
export const signOnForm = (organisations: readonly Organisation[]) =>
  form(
    {
      id: hiddenId(),
      claim: text('Enter the claim’s name, like groups, or email_domain', 100),
      value: text('Enter the value that the claim must have', 200),
      organisation: choice(numbers(organisations), 'Select the organisation'),
      duties: choices(staffDuties, 'Select at least one duty'),
    },
    ({ claim, value }) => {
      if (!/^[\w:./-]+$/.test(claim))
        return [
          { field: 'claim', message: 'A claim’s name has no spaces: groups, roles, email_domain' },
        ]
      const [domain] = domainsIn(value)
      return claim === emailDomain && (domain !== value || !domain.includes('.'))
        ? [{ field: 'value', message: 'Enter the domain in lower case, like hub.example' }]
        : []
    },
  )
