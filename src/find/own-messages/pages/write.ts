import { getPerson } from '#people/persons/persons.sql.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { listOwnWorkers, type OwnWorker } from '#share/own-record/own-record.sql.ts'
import { answerDueOn, writeToTriage, writeToWorker } from '../write-to-us.ts'
import { writeView } from './write.view.ts'

const writeForm = form({ id: hiddenId(), words: text('Enter your message', 2000) })

/** The carer writes to their worker; without one, to whoever decides who answers. */
export const writePage = page({
  path: '/my/messages/write',
  door: 'carer',
  may: ['carer'],
  get: ({ asActor, clock }) =>
    asActor(async (tx) =>
      show(
        writeView({
          state: freshForm({ id: newId() }),
          worker: named(await listOwnWorkers(tx)),
          answerBy: answerDueOn(clock.today()),
        }),
      ),
    ),
  post: (context) => write(context),
})

async function write({ actor, asActor, asSystem, body, clock }: Context): Promise<Reply> {
  const { personId } = actor
  if (personId === null) throw new NotFound('record')
  const read = writeForm.read(body)
  const found = await asActor(async (tx) => {
    const worker = named(await listOwnWorkers(tx))
    if (!read.ok) return { worker, sent: false }
    if (worker === null) return { worker, sent: false }
    await writeToWorker(tx, { ...read.value, actor, clock }, worker)
    return { worker, sent: true }
  })
  if (!read.ok) {
    const answerBy = answerDueOn(clock.today())
    return showAgain(writeView({ state: read.error, worker: found.worker, answerBy }))
  }
  if (!found.sent) {
    await asSystem('a carer without a worker wrote', async (tx) =>
      writeToTriage(tx, { ...read.value, actor, clock }, await getPerson(tx, personId)),
    )
  }
  return see('/my/messages')
}

function named(workers: readonly OwnWorker[]): (OwnWorker & { readonly workerId: string }) | null {
  const worker = workers.find(({ workerId, name }) => workerId !== null && name !== null)
  return worker?.workerId == null ? null : { ...worker, workerId: worker.workerId }
}
