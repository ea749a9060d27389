import { policy } from './support/ask';
import { matchingPolicies } from '../../../src/istio/effective-mode/level-candidates';
import { ModeSubject } from '../../../src/istio/effective-mode/mode-answer';
import { labels, meshOf } from '../model/support/snapshot-of';

const POLICIES = [
  'app/z-default - @1', 'app/newer - @2', 'app/by-app - +app=a @3', 'app/a-first - +app=a @1', 'app/by-tier - +tier=b', 'istio-system/mesh - @2', 'istio-system/late - @3',
  'istio-system/ignored - +app=a @1', 'services/default -', 'services/by-app - +app=a', 'other/default -',
];

function found(subject: Omit<ModeSubject, 'podLabels'>, app: string): readonly string[] {
  const mesh = meshOf(POLICIES.map(policy));
  return matchingPolicies(mesh, { ...subject, podLabels: labels({ app }) }).map(({ namespace, name }) => `${namespace ?? ''}/${name}`);
}

test.each<[string, Omit<ModeSubject, 'podLabels'>, string, readonly string[]]>([
  ['own namespace by age, then root', { namespace: 'app' }, 'a', ['app/a-first', 'app/z-default', 'app/by-app', 'istio-system/ignored', 'istio-system/mesh']],
  ['other labels', { namespace: 'app' }, 'b', ['app/z-default', 'istio-system/mesh']],
  ['a namespace without policies', { namespace: 'dev' }, 'b', ['istio-system/mesh']],
  ['the root namespace once', { namespace: 'istio-system' }, 'a', ['istio-system/ignored', 'istio-system/mesh']],
  ['a waypoint: the namespaces of its services last', { namespace: 'dev', serviceNamespaces: ['services', 'istio-system', 'dev'] }, 'a',
    ['istio-system/ignored', 'istio-system/mesh', 'services/by-app', 'services/default']],
])('C2: %s', (_, subject, app, expected) => {
  expect(found(subject, app)).toEqual(expected);
});
