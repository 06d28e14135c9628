import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { page, see, show } from '#platform/web/page.ts'
import { assessmentReaders, assessors } from '#assess/assessments/who-assesses.ts'
import { mayAskAgain } from '../ask-second-look.ts'
import { whyNotToCountersign } from '../countersigning.rules.ts'
import { openDecision } from '../opened.ts'
import { whereNext } from './decision.ts'
import { determinationView } from './determination.view.ts'
import { backToDecision } from './links.view.ts'

/** A determination as it was made: the answer, its law and its reasons, and what is still to be done. */
export const determinationPage = page({
  path: '/determinations/:id',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination, person } = opened
      const mayWrite = holds(actor, ...assessors)
      if (determination.state === 'draft' && mayWrite) return see(whereNext(determination))
      return show({
        title: `Decision for ${nameWithKnownAs(person)}`,
        before: backToDecision(determination),
        main: determinationView({
          ...opened,
          ...(await mayAskAgain(tx, determination)),
          mayWrite,
          mayCountersign: whyNotToCountersign({ determination, actor }) === null,
        }),
      })
    }),
})
