import fc from 'fast-check';
import { policies, rules } from './arbitrary-objects';
import { admitDestinationRule } from '../../../src/istio/admission/admit-destination-rule';
import { admitPeerAuthentication } from '../../../src/istio/admission/admit-peer-authentication';
import { Verdict } from '../../../src/istio/admission/objection';
import { unknownFields } from '../../../src/istio/admission/unknown-fields';

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.record({ kind: fc.constantFrom('PeerAuthentication', 'DestinationRule'), metadata: fc.anything(), spec: fc.anything() }),
  fc.jsonValue(), policies, rules,
);
const runs = { numRuns: 1000 };
const byText = (objections: Verdict['refusals']) => objections.map(objection => JSON.stringify(objection)).sort();

/** The same object with the keys of every level the other way around. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)]));
}

describe.each([['PeerAuthentication', admitPeerAuthentication, policies], ['DestinationRule', admitDestinationRule, rules]] as const)(
  'admission of a %s', (kind, admit, objects: fc.Arbitrary<Record<string, unknown>>) => {
    test('never throws, and every objection says something on one line', () => {
      fc.assert(fc.property(anything, (object) => {
        unknownFields(object);
        const { refusals, warnings } = admit(object);
        return [...refusals, ...warnings].every(({ message, path, refusedBy, rule }) =>
          /^[^\n]{10,400}$/.test(message) && !message.endsWith('.') && typeof path === 'string' && refusedBy.length > 0 && rule !== '');
      }), runs);
    });

    test('says the same again, and leaves the object alone', () => {
      fc.assert(fc.property(objects, (object) => {
        const before = JSON.stringify(object);
        expect(admit(object)).toEqual(admit(object));
        expect(JSON.stringify(object)).toBe(before);
      }), runs);
    });

    test('does not depend on the order of keys', () => {
      fc.assert(fc.property(objects, (object) => {
        const [one, other] = [admit(object), admit(reversed(object))];
        expect(byText(other.refusals)).toEqual(byText(one.refusals));
        expect(byText(other.warnings)).toEqual(byText(one.warnings));
      }), runs);
    });

    test('reports no place twice for one rule and reason', () => {
      fc.assert(fc.property(objects, (object) => {
        const { refusals } = admit(object);
        expect(new Set(byText(refusals)).size).toBe(refusals.length);
      }), runs);
    });

    test('does not mind fields that the API server prunes', () => {
      fc.assert(fc.property(objects, fc.anything(), (object, extra) => {
        const grown = {
          ...object, unknown: extra, spec: typeof object.spec === 'object' && object.spec !== null && !Array.isArray(object.spec)
            ? { ...object.spec, unknown: extra } : object.spec,
        };
        expect(admit(grown)).toEqual(admit(object));
        if (grown.spec !== object.spec) expect(unknownFields({ ...grown, kind })).toContain('spec.unknown');
      }), runs);
    });
  });
