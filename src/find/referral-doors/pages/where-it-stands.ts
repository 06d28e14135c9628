import { readReference } from '#platform/lib/reference.ts'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, show, showAgain, type PageView } from '#platform/web/page.ts'
import { tooManyTries } from '#share/accounts/limits.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { findStanding } from '../receipt.sql.ts'
import { standingWords } from '../standing.ts'
import { standingView, whereItStandsView } from './where-it-stands.view.ts'

const askForm = form({
  reference: text('Enter the reference', 20),
  familyName: text('Enter the last name of the person who looks after someone', 100),
})

/**
 * The clock of a referral for whoever has its reference: the carer and the sender alike, without an
 * account. It asks for a name and gives none; what became of the person is not on it.
 */
export const whereItStandsPage = page({
  path: '/refer/where-it-stands',
  door: 'public',
  may: 'anyone',
  get: async () => show(viewOf(freshForm())),
  post: async (context) => {
    const { body, actor, clock, asSystem } = context
    const read = askForm.read(body)
    if (!read.ok) return showAgain(viewOf(read.error))
    const until = await tooManyTries(context, ['reference tried, network', context.ip])
    if (until !== null) {
      const state = withFault(
        body,
        'reference',
        'Too many tries. Wait a quarter of an hour, or ring us',
      )
      return { kind: 'view', status: 429, view: { ...viewOf(state), hasErrors: true } }
    }
    const reference = readReference(read.value.reference, 'REF')
    const { familyName } = read.value
    const { authorityId } = actor
    return asSystem('a referral’s clock by its reference', async (tx) => {
      const found =
        reference === null ? null : await findStanding(tx, { authorityId, reference, familyName })
      if (found === null) {
        const words = 'We find none with this reference and last name. Check both'
        return showAgain(viewOf(withFault(body, 'reference', words)))
      }
      const words = standingWords(found, clock.today(), await getReckoning(tx))
      const main = standingView({ standing: found, words })
      return show({ title: 'Where it stands', main })
    })
  },
})

const viewOf = (state: FormState): PageView => ({
  title: 'Where does it stand?',
  main: whereItStandsView(state),
})
