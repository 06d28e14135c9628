import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { choice } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import {
  type Context,
  page,
  see,
  show,
  showAgain,
  showConflict,
  type PageView,
} from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { deciders } from '../deciders.ts'
import { joinRecords } from '../join-records.ts'
import { decidePair, getPair, lockPair } from '../pairs.sql.ts'
import { pairView } from './pair.view.ts'

const decideForm = form({
  decision: choice(
    ['keep_first', 'keep_second', 'different'],
    'Select whether these records are the same person',
  ),
})

/** Both records side by side, why they may be one, and the decision. */
export const pairPage = page({
  path: '/duplicates/:id',
  door: 'workspace',
  may: deciders,
  params: carerParams,
  get: async (context) => show(await view(context, context.params.id, freshForm())),
  post: async (context) => {
    const {
      params: { id },
      asActor,
      asSystem,
      actor,
      body,
    } = context
    const read = decideForm.read(body)
    if (!read.ok) return showAgain(await view(context, id, read.error))
    // That the actor may see the pair is asked as the actor; the rows that move may serve purposes beyond theirs.
    const { personId, otherId } = await asActor((tx) => getPair(tx, id))
    const done = await asSystem('decide a likely duplicate', async (tx) => {
      const pair = await lockPair(tx, id)
      if (pair.state !== 'open') return false
      const { decision } = read.value
      if (decision !== 'different') {
        const [kept, joined] = decision === 'keep_first' ? [personId, otherId] : [otherId, personId]
        await joinRecords(tx, actor, { kept, joined, pair })
      }
      await decidePair(tx, {
        id,
        state: decision === 'different' ? 'different' : 'same',
        accountId: actor.accountId,
      })
      return true
    })
    if (!done)
      return showConflict(
        await view(
          context,
          id,
          withFault(
            body,
            'decision',
            'Somebody else decided on this pair first. Nothing was changed',
          ),
        ),
      )
    if (read.value.decision === 'different') return see('/duplicates')
    return see(`/carers/${read.value.decision === 'keep_first' ? personId : otherId}`)
  },
})

async function view({ asActor, actor }: Context, id: string, state: FormState): Promise<PageView> {
  return asActor(async (tx) => {
    const pair = await getPair(tx, id)
    const [first, second] = [await getPerson(tx, pair.personId), await getPerson(tx, pair.otherId)]
    for (const person of [first, second])
      await noteRead(tx, actor, person.id, 'compared with another record')
    return {
      title: 'Same person?',
      before: govukBackLink({ text: 'Duplicates to decide', href: '/duplicates' }),
      main: pairView({ pair, first, second, state }),
      wide: true,
      current: '/today',
    }
  })
}
