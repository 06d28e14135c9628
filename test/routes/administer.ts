// What an administrator of the demo keeps: a team, invitations, a leaver, what waits for a second one.
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import type { TestHouse } from '#platform/web/testing.ts'
import { type SignedIn, rowsOf } from './people.ts'

type Named = { readonly id: string }

/** Takes those steps as the administrator would. */
export async function administer(house: TestHouse, administrator: SignedIn): Promise<void> {
  const hub = await one(
    house,
    `select id::text as id from organisation where kind = 'hub' order by id limit 1`,
  )
  const post = async (path: string, form: Parameters<SignedIn['post']>[1]) => {
    const done = await administrator.post(path, form)
    assert.equal(done.status, 303, `${path} was not taken: ${done.text.slice(0, 600)}`)
    return done
  }
  const team = newId()
  await post(`/admin/organisations/${hub}/teams`, { id: team, team: 'North' })
  const adviser = await one(house, `select id from account where email = 'sam.okafor@hub.example'`)
  await post(`/admin/teams/${team}`, { id: newId(), person: adviser })
  const invite = (name: string, duties: string) =>
    post('/admin/invitations/new', {
      id: newId(),
      name,
      email: `${newId()}@hub.example`,
      organisation: hub,
      duties,
      signIn: 'password',
    })
  await invite('Una Vale', 'adviser')
  await invite('Wyn York', 'administrator')
  const leaver = await aLeaver(house, hub)
  await post(`/admin/people/${leaver}/close`, { sure: 'yes' })
  await rowsOf(
    house,
    `insert into sign_on_rule (authority_id, id, issuer, claim, value, organisation_id, duties, state, asked_by)
     select authority_id, gen_random_uuid(), 'https://id.example', 'groups', 'hub', ${hub}, '{analyst}', 'in_force', id
       from account where email = 'aisha.khan@hub.example'`,
  )
  await rowsOf(
    house,
    `insert into delegation (authority_id, id, organisation_id, function, since, until, reason)
     select authority_id, gen_random_uuid(), id, 'determination', '2016-04-01', '2017-03-31', 'A contract that is over'
       from organisation where kind = 'hub' order by id limit 1`,
  )
}

async function aLeaver(house: TestHouse, hub: string): Promise<string> {
  return one(
    house,
    `with who as (insert into account (authority_id, id, email, display_name, sign_in)
       select authority_id, gen_random_uuid(), 'xena.ash@hub.example', 'Xena Ash', 'sso'
         from organisation where id = ${hub} returning authority_id, id),
     charged as (insert into membership (authority_id, account_id, organisation_id, duties, since)
       select authority_id, id, ${hub}, '{adviser}', '2016-04-01' from who)
     select id from who`,
  )
}

async function one(house: TestHouse, statement: string): Promise<string> {
  const [row] = await rowsOf<Named>(house, statement)
  return row!.id
}
