import { NotFound } from '#platform/lib/errors.ts'
import { hiddenId, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { page, show, type Context } from '#platform/web/page.ts'
import { arrive, nextQuery, ownPage } from '../arrival.ts'
import { demoPeople } from '../demo-people.ts'
import { listDemoAccounts } from '../demo.sql.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import { signInDemoPerson } from '../sign-in/demo.ts'
import { insertSignInUser } from '../sign-in.sql.ts'
import { demoView } from './demo.view.ts'

const chosen = form({ account: hiddenId(), next: optionalText(2000) })

/** Signs in without proof, where the house was started as a demo; nowhere else is there such a page. */
export const demoPage = page({
  path: '/sign-in/demo',
  door: 'public',
  may: 'anyone',
  query: nextQuery,
  get: async (context) => show(demoView(await demoAccounts(context), ownPage(context.query.next))),
  post: async (context) => {
    const accounts = await demoAccounts(context)
    const read = chosen.read(context.body)
    const account = read.ok ? accounts.find(({ id }) => id === read.value.account) : undefined
    if (!read.ok || account === undefined) throw new NotFound('demo person')
    await insertSignInUser(context.db, account)
    const signedIn = await signInDemoPerson(context, account.id, signInHeaders(context))
    if (!signedIn.ok) throw new NotFound('demo person')
    return arrive(context, signedIn.value.setCookies, read.value.next)
  },
})

async function demoAccounts({ config, actor, asSystem }: Context) {
  if (!config.demo) throw new NotFound()
  const staff = demoPeople.map(({ email }) => email)
  return asSystem('demo people', (tx) => listDemoAccounts(tx, actor.authorityId, staff))
}
