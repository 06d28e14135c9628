import { addDays, type IsoInstant } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import { raiseConcern } from './raise-concern.ts'
import { elsewhere } from './raise-form.ts'
import { listSteps, lockConcern } from './safeguarding.sql.ts'
import { takeStep, type Step } from './take-step.ts'

/** Two concerns of the demo: one that waits for the lead, one that was referred on. All is invented. */
export function placeDemoConcerns(house: DemoHouse): Promise<void> {
  return withCast(house, async ({ others }) => {
    const carer = others[11]
    if (carer === undefined) return
    await raise(house, {
      name: 'bank card',
      by: 'Jo Pugh',
      recordId: carer.id,
      daysAgo: 0,
      words:
        'She says that a nephew keeps her husband’s bank card and that there is no money for food.',
    })
    await raise(house, {
      name: 'stairs',
      by: 'Priya Nair',
      recordId: null,
      daysAgo: 9,
      words: 'A neighbour rang: the man at number 9 is shut in upstairs when his son goes out.',
    })
    for (const [at, step] of steps.entries()) {
      await asDemoPerson(house, 'Ruth Adeyemi', async (tx, ruth) => {
        const concern = await lockConcern(tx, demoId('concern stairs'))
        const taken = { ...step, id: demoId(`concern stairs ${at}`) }
        if ((await listSteps(tx, concern.id)).some(({ id }) => id === taken.id)) return
        await takeStep(tx, ruth, { concern, taken, at: moment(house, 8 - at) })
      })
    }
  })
}

const steps: readonly Omit<Step, 'id'>[] = [
  {
    step: 'look',
    words: 'Spoke with the neighbour and with Priya.',
    toWhom: null,
    numberThere: null,
  },
  {
    step: 'refer',
    words: 'May be neglect, and he cannot leave by himself.',
    toWhom: 'Adult safeguarding team',
    numberThere: null,
  },
  { step: 'receipt', words: 'Taken by their duty worker.', toWhom: null, numberThere: 'AST-20441' },
]

async function raise(
  house: DemoHouse,
  of: {
    readonly name: string
    readonly by: string
    readonly recordId: string | null
    readonly daysAgo: number
    readonly words: string
  },
): Promise<void> {
  await asDemoPerson(house, of.by, (tx, actor) =>
    raiseConcern(tx, actor, {
      raised: {
        id: demoId(`concern ${of.name}`),
        who: elsewhere,
        name: of.recordId === null ? 'The man at number 9' : 'Her husband',
        about: 'adult',
        danger: 'no',
        words: of.words,
        kinds: [],
        wishes: null,
        knows: of.recordId === null ? 'no' : 'yes',
      },
      recordId: of.recordId,
      people: [],
      at: moment(house, of.daysAgo),
      url: house.config.url,
    }),
  )
}

/** This hour, some days ago. */
function moment({ clock }: DemoHouse, daysAgo: number): IsoInstant {
  return clock.now().replace(/^\d{4}-\d{2}-\d{2}/, addDays(clock.today(), -daysAgo))
}
