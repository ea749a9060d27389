import { deploymentAt, namespaceNamed } from './support/objects';
import { meshOf } from './support/snapshot-of';
import { DataPlaneAnswer } from '../../../src/istio/model/data-plane';
import { ProfileInput } from '../../../src/istio/model/profile';
import { Workload } from '../../../src/istio/model/workload';

const INJECT = 'sidecar.istio.io/inject';
const REVISION = 'istio.io/rev';
const MODE = 'istio.io/dataplane-mode';
const TEMPLATES = 'inject.istio.io/templates';
const INJECTED = namespaceNamed('prod', { 'istio-injection': 'enabled' });
const NOT_INJECTED = namespaceNamed('prod', { 'istio-injection': 'disabled' });
const REVISIONED = namespaceNamed('prod', { [REVISION]: 'stable' });
const AMBIENT = namespaceNamed('prod', { [MODE]: 'ambient' });
const BARE = namespaceNamed('prod', { team: 'a' });
const PROXY = { containers: [{ name: 'main' }, { name: 'istio-proxy', image: 'istio/proxyv2:1.30.0' }] };

interface Pod {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly spec?: Record<string, unknown>;
  readonly namespace?: string;
}

function workload({ labels = {}, annotations = {}, spec = {}, namespace = 'prod' }: Pod, others: readonly unknown[], profile: ProfileInput = {}): Workload {
  return meshOf([deploymentAt(`${namespace}/a`, labels, spec, annotations), ...others], profile).workloads[0];
}

function answerTo(pod: Pod, others: readonly unknown[] = [], profile: ProfileInput = {}): DataPlaneAnswer {
  return workload(pod, others, profile).dataPlane;
}

test.each<[string, Pod, readonly unknown[], string, boolean, string[]]>([
  ['nothing known', {}, [], 'unknown', false, []],
  ['injected namespace', {}, [INJECTED], 'sidecar', true, ['namespace label istio-injection=enabled']],
  ['revisioned namespace', {}, [REVISIONED], 'sidecar', true, ['namespace label istio.io/rev=stable']],
  ['namespace that opts out', {}, [NOT_INJECTED], 'none', true, ['namespace label istio-injection=disabled']],
  ['both namespace labels: istio-injection decides', {}, [namespaceNamed('prod', { 'istio-injection': 'disabled', [REVISION]: 'x' })],
    'none', true, ['namespace label istio-injection=disabled']],
  ['ambient namespace', {}, [AMBIENT], 'ambient', true, [`namespace label ${MODE}=ambient`]],
  ['ambient namespace that is injected too: the sidecar is there first', {}, [namespaceNamed('prod', { 'istio-injection': 'enabled', [MODE]: 'ambient' })],
    'sidecar', true, ['namespace label istio-injection=enabled']],
  ['ambient namespace with a revision, which waypoints use too', {}, [namespaceNamed('prod', { [REVISION]: 'x', [MODE]: 'ambient' })],
    'sidecar', false, ['namespace label istio.io/rev=x']],
  ['ambient namespace that refuses injection', {}, [namespaceNamed('prod', { 'istio-injection': 'disabled', [MODE]: 'ambient' })],
    'ambient', true, [`namespace label ${MODE}=ambient`]],
  ['namespace with another dataplane mode', {}, [namespaceNamed('prod', { [MODE]: 'none' })], 'none', false, ['namespace prod has no injection label']],
  ['namespace without labels of Istio', {}, [BARE], 'none', false, ['namespace prod has no injection label']],
  ['another namespace', {}, [namespaceNamed('shop', { 'istio-injection': 'enabled' })], 'unknown', false, []],
  ['opt-in by label', { labels: { [INJECT]: 'true' } }, [], 'sidecar', true, [`pod label ${INJECT}=true`]],
  ['opt-in by label, bare namespace', { labels: { [INJECT]: 'true' } }, [BARE], 'sidecar', true, [`pod label ${INJECT}=true`]],
  ['opt-in by label where the namespace opts out', { labels: { [INJECT]: 'true' } }, [NOT_INJECTED], 'none', true, ['namespace label istio-injection=disabled']],
  ['opt-in by annotation, which no webhook looks at', { annotations: { [INJECT]: 'true' } }, [BARE], 'none', false, ['namespace prod has no injection label']],
  ['opt-out by label', { labels: { [INJECT]: 'false' } }, [INJECTED], 'none', true, [`pod label ${INJECT}=false`]],
  ['opt-out by annotation', { annotations: { [INJECT]: 'false' } }, [INJECTED], 'none', true, [`pod annotation ${INJECT}=false`]],
  ['the label beats the annotation', { labels: { [INJECT]: 'true' }, annotations: { [INJECT]: 'false' } }, [], 'sidecar', true, [`pod label ${INJECT}=true`]],
  ['opt-out, namespace unknown: it may be ambient', { labels: { [INJECT]: 'false' } }, [], 'none', false, [`pod label ${INJECT}=false`]],
  ['opt-out of both', { labels: { [INJECT]: 'false', [MODE]: 'none' } }, [], 'none', true, [`pod label ${INJECT}=false`]],
  ['opt-out of injection in an ambient namespace', { labels: { [INJECT]: 'false' } }, [AMBIENT], 'ambient', true, [`namespace label ${MODE}=ambient`]],
  ['an unknown word falls back to the namespace', { labels: { [INJECT]: 'maybe' } }, [INJECTED], 'sidecar', true, ['namespace label istio-injection=enabled']],
  ['revision on the pod', { labels: { [REVISION]: 'canary' } }, [], 'sidecar', true, [`pod label ${REVISION}=canary`]],
  ['revision on the pod where the namespace opts out', { labels: { [REVISION]: 'canary' } }, [NOT_INJECTED], 'none', true, ['namespace label istio-injection=disabled']],
  ['ambient by pod label', { labels: { [MODE]: 'ambient' } }, [], 'ambient', true, [`pod label ${MODE}=ambient`]],
  ['ambient opt-out by pod label', { labels: { [MODE]: 'none' } }, [AMBIENT], 'none', false, [`pod label ${MODE}=none`, 'namespace prod has no injection label']],
  ['ambient opt-out, namespace unknown', { labels: { [MODE]: 'none' } }, [], 'unknown', false, [`pod label ${MODE}=none`]],
  ['ambient opt-out with a sidecar', { labels: { [MODE]: 'none', [INJECT]: 'true' } }, [AMBIENT], 'sidecar', true, [`pod label ${INJECT}=true`]],
  ['hostNetwork', { spec: { hostNetwork: true } }, [INJECTED], 'none', true, ['hostNetwork: true']],
  ['hostNetwork in ambient', { spec: { hostNetwork: true } }, [AMBIENT], 'none', true, ['hostNetwork: true']],
  ['hostNetwork with a proxy for the injector to fill in', { spec: { hostNetwork: true, containers: [{ name: 'istio-proxy', image: 'auto' }] } }, [INJECTED],
    'none', true, ['hostNetwork: true']],
  ['hostNetwork with a proxy of its own', { spec: { hostNetwork: true, ...PROXY } }, [], 'sidecar', true, ['container istio-proxy']],
  ['a proxy that is there already', { spec: PROXY }, [NOT_INJECTED], 'sidecar', true, ['container istio-proxy']],
  ['a native sidecar that is there already', { spec: { initContainers: PROXY.containers } }, [], 'sidecar', true, ['container istio-proxy']],
  ['a proxy for the injector to fill in', { spec: { containers: [{ name: 'istio-proxy', image: 'auto' }] } }, [], 'unknown', false, []],
  ['a proxy without image', { spec: { containers: [{ name: 'istio-proxy' }] } }, [BARE], 'none', false, ['namespace prod has no injection label']],
  ['the mark of the injector', { annotations: { 'sidecar.istio.io/status': '{}' } }, [], 'sidecar', true, ['pod annotation sidecar.istio.io/status']],
  ['the label of the injector', { labels: { 'security.istio.io/tlsMode': 'istio' } }, [], 'sidecar', true, ['pod label security.istio.io/tlsMode=istio']],
  ['another value of it', { labels: { 'security.istio.io/tlsMode': 'disabled' } }, [], 'unknown', false, []],
  ['a proxyless agent', { annotations: { [TEMPLATES]: 'grpc-agent' } }, [INJECTED], 'unknown', false, [`pod annotation ${TEMPLATES}=grpc-agent`]],
  ['copies of the Namespace that disagree', {}, [INJECTED, BARE], 'unknown', false, []],
  ['copies of the Namespace that agree', {}, [INJECTED, namespaceNamed('prod', { 'istio-injection': 'enabled', 'team': 'a' })], 'sidecar', true,
    ['namespace label istio-injection=enabled']],
])('%s', (_, pod, others, dataPlane, proven, evidence) => {
  expect(answerTo(pod, others)).toEqual({ dataPlane, proven, evidence });
});

test.each(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'])('%s is never injected', namespace => {
  const evidence = [`namespace ${namespace} is never injected`];
  expect(answerTo({ namespace, labels: { [INJECT]: 'true' } })).toEqual({ dataPlane: 'none', proven: true, evidence });
  expect(answerTo({ namespace, labels: { [MODE]: 'ambient' } }).dataPlane).toBe('ambient');
});

test.each<[string, Pod, readonly unknown[], ProfileInput, string, boolean, string[]]>([
  ['default sidecar', {}, [], { dataPlane: 'sidecar' }, 'sidecar', false, ['profile says sidecar']],
  ['default ambient', {}, [], { dataPlane: 'ambient' }, 'ambient', false, ['profile says ambient']],
  ['default none', {}, [BARE], { dataPlane: 'none' }, 'none', false, ['profile says none']],
  ['a default for namespaces that are there without labels', {}, [BARE], { dataPlane: 'sidecar', complete: true }, 'sidecar', false, ['profile says sidecar']],
  ['labels go before the default', {}, [AMBIENT], { dataPlane: 'sidecar' }, 'ambient', true, [`namespace label ${MODE}=ambient`]],
  ['a mesh of sidecars has no ambient pods', { labels: { [INJECT]: 'false' } }, [], { dataPlane: 'sidecar' }, 'none', true, [`pod label ${INJECT}=false`]],
  ['a mesh without proxies has no ambient pods', { labels: { [INJECT]: 'false' } }, [], { dataPlane: 'none' }, 'none', true, [`pod label ${INJECT}=false`]],
  ['an ambient mesh may capture it', { labels: { [INJECT]: 'false' } }, [], { dataPlane: 'ambient' }, 'unknown', false, [`pod label ${INJECT}=false`]],
  ['an ambient opt-out goes before an ambient default', { labels: { [MODE]: 'none' } }, [], { dataPlane: 'ambient' }, 'unknown', false, [`pod label ${MODE}=none`]],
  ['an ambient opt-out says nothing of sidecars', { labels: { [MODE]: 'none' } }, [], { dataPlane: 'sidecar' }, 'sidecar', false,
    [`pod label ${MODE}=none`, 'profile says sidecar']],
  ['complete input: no label is no proxy', {}, [BARE], { complete: true }, 'none', true, ['namespace prod has no injection label']],
  ['complete input without the Namespace: its labels are unknown', {}, [], { complete: true }, 'unknown', false, []],
])('profile: %s', (_, pod, others, profile, dataPlane, proven, evidence) => {
  expect(answerTo(pod, others, profile)).toEqual({ dataPlane, proven, evidence });
});

test.each<[string, Pod, boolean]>([
  ['the template of the injector', { annotations: { [TEMPLATES]: 'gateway' } }, true],
  ['several templates', { annotations: { [TEMPLATES]: 'custom, gateway' } }, true],
  ['another template', { annotations: { [TEMPLATES]: 'sidecar' } }, false],
  ['a router proxy', { spec: { containers: [{ name: 'istio-proxy', image: 'istio/proxyv2', args: ['proxy', 'router'] }] } }, true],
  ['a sidecar proxy', { spec: { containers: [{ name: 'istio-proxy', image: 'istio/proxyv2', args: ['proxy', 'sidecar'] }] } }, false],
  ['made by istiod', { labels: { 'gateway.istio.io/managed': 'istio.io-gateway-controller' } }, true],
  ['a plain pod', {}, false],
])('gateway: %s', (_, pod, gateway) => {
  expect(workload(pod, []).gateway).toBe(gateway);
});
