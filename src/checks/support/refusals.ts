import { mayBeFragment } from './fragment';
import { listed } from './listed';
import { fieldsOf, isAbsent } from '../../istio/admission/fields';
import { namespaceProblem, objectNameProblem } from '../../istio/admission/kubernetes-problems';
import { Gate, NO_OBJECTIONS, Objection, Verdict } from '../../istio/admission/objection';
import { unknownFields } from '../../istio/admission/unknown-fields';
import { groupBy } from '../../istio/model/index/group';
import { Resource } from '../../istio/model/resource';
import { Observation } from '../check';

/** Where a template engine still has to fill something in: `${MODE}`, `$(MODE)`, `{{ mode }}`, `<mode>`. */
const PLACEHOLDER = /\$[{(]|\{\{|<[^<>]+>/;

const GATES: Readonly<Record<Gate, string>> = {
  kubernetes: 'the API server',
  crd: 'the schema in the API server',
  webhook: "istiod's webhook",
};

/** The fault, and what to do about it: objections say both, with `; ` between them, and received values in quotes. */
const FAULT_AND_ADVICE = /^((?:"(?:[^"\\]|\\.)*"|[^"])*?); (.*)$/;

/** A finding for each thing that the gates refuse or drop in one object. */
export function* refusals(resource: Resource, verdict: Verdict): Iterable<Observation> {
  const objections = [...metadataObjections(resource), ...verdict.refusals];
  if (objections.length > 0) {
    const certain = objections.filter(({ path, message }) => !PLACEHOLDER.test(`${path} ${message}`));
    for (const alike of groupBy(certain, withoutField).values()) yield refusal(resource, alike);
  }
  for (const path of unknownFields(resource.object)) {
    if (!path.includes('$')) yield droppedField(resource, path);
  }
}

/** The same for all fields of one parent that have the same fault: together they are one cause. */
function withoutField({ path, message, refusedBy }: Objection): string {
  const field = fieldOf(path);
  return JSON.stringify([path.slice(0, path.length - field.length), message.replace(field, ''), refusedBy]);
}

/** The last key of a path; none where it is a position or needs quotes. */
function fieldOf(path: string): string {
  return /[\w-]*$/.exec(path)?.[0] ?? '';
}

function refusal(resource: Resource, alike: readonly Objection[]): Observation {
  const [{ rule, refusedBy, path, message }, ...others] = alike;
  const [, first = message, advice = `correct ${path}`] = FAULT_AND_ADVICE.exec(message) ?? [];
  const fault = others.length === 0 ? first : `${first} (likewise ${listed(others.map((other) => fieldOf(other.path)))})`;
  const observation = { resource, path, ...rule === 'sidecar.md A2' ? { cause: 'spec.selector' } : {} };
  if (mayBeFragment(resource) && isCuredByBase(resource, rule)) {
    return { ...observation, severity: 'warning', message: `${fault}, unless this is a patch that others complete`, fix: `${advice}; or check what is rendered` };
  }
  const gates = refusedBy.map((gate) => GATES[gate]).join(' and ');
  return { ...observation, severity: 'error', message: `${fault}, so ${gates} ${refusedBy.length > 1 ? 'refuse' : 'refuses'} the object`, fix: advice };
}

/** Values that are wrong stay wrong in the whole object; what is missing may come from elsewhere. */
function isCuredByBase({ kind }: Resource, rule: string): boolean {
  return kind === 'DestinationRule' || rule === 'sidecar.md A2' || rule === NAMELESS;
}

const NAMELESS = 'kubernetes metadata.name';

function metadataObjections({ name, namespace, object }: Resource): readonly Objection[] {
  if (name === '') return [{ rule: NAMELESS, refusedBy: ['kubernetes'], path: 'metadata.name', message: 'the object has no name; write metadata.name' }];
  const ofName = objectNameProblem(name);
  const ofNamespace = namespace === undefined ? undefined : namespaceProblem(namespace);
  if (ofName === undefined && ofNamespace === undefined) return NO_OBJECTIONS;
  // the API server completes a prefix, and then the name is right
  const isPrefix = isAbsent(fieldsOf(object.metadata)?.name);
  return [isPrefix ? undefined : ofName, ofNamespace].filter((objection) => objection !== undefined);
}

function droppedField(resource: Resource, path: string): Observation {
  return {
    severity: 'warning',
    resource,
    path,
    message: `${path} is no field of a ${resource.kind}: the API server drops it, or refuses the object under strict validation`,
    fix: 'correct the name or the place of the field, or remove it',
  };
}
