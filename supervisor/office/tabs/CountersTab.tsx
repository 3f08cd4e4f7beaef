import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { ChecksField, NumberField, PickField, WordsField } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'

/** Counters with the stages they serve and help with, and the rooms they stand in. */
export function CountersTab() {
  const { office, lang } = useForm()
  const { counters, stages, zones } = office
  const stageOptions = stages.map(({ id, name }) => ({ value: id, label: name[lang] }))
  return (
    <>
      <Card id="k-loket" head={say(FORM.countersHead, lang)} aside={say(FORM.countersAside, lang)}>
        <ListField
          at={['counters']}
          add={say(FORM.addCounter, lang)}
          nameOf={(i) => `${say(FORM.counter, lang)} ${counters[i]?.number ?? ''}`}
          fresh={() => ({
            number: Math.max(0, ...counters.map(({ number }) => number)) + 1,
            stages: stages.slice(0, 1).map(({ id }) => id),
            helps: [],
            zone: zones[0]?.id ?? null,
          })}
        >
          {(at) => (
            <div class="formulir rapat">
              <NumberField at={[...at, 'number']} />
              <ChecksField at={[...at, 'stages']} options={stageOptions} />
              <ChecksField at={[...at, 'helps']} options={stageOptions} />
              <PickField
                at={[...at, 'zone']}
                none={say(FORM.noRoom, lang)}
                options={zones.map(({ id, name }) => ({ value: id, label: name[lang] }))}
              />
            </div>
          )}
        </ListField>
      </Card>
      <Card id="k-ruang" head={say(FORM.roomsHead, lang)}>
        <ListField
          at={['zones']}
          add={say(FORM.addRoom, lang)}
          nameOf={(i) => zones[i]?.name[lang] ?? ''}
          fresh={() => ({ id: `room-${zones.length + 1}`, name: { id: '', en: '' }, floor: 1 })}
        >
          {(at) => (
            <div class="formulir rapat">
              <WordsField at={[...at, 'name']} />
              <NumberField at={[...at, 'floor']} />
            </div>
          )}
        </ListField>
      </Card>
    </>
  )
}
