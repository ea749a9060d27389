import { keyPath } from './field-path';
import { entriesOf, fieldsOf, isAbsent } from './fields';
import { modeProblem } from './mode-problem';
import { BOTH_GATES, NO_OBJECTIONS, Objection } from './objection';
import { portProblem } from './port-problem';

/** What is wrong with `portLevelMtls`. */
export function portMapProblems(portLevelMtls: unknown, selectorHasLabels: boolean, path = ''): readonly Objection[] {
  if (isAbsent(portLevelMtls) || fieldsOf(portLevelMtls) === undefined) return NO_OBJECTIONS;
  const entries = entriesOf(portLevelMtls);
  if (entries.length === 0) return [emptyPortMapProblem(path)];
  const problems = entries.flatMap(([port, entry]) => {
    if (portProblem(port) === undefined && modeProblem(fieldsOf(entry)?.mode) === undefined) return NO_OBJECTIONS;
    const place = keyPath(path, port);
    return [portProblem(port, place), modeProblem(fieldsOf(entry)?.mode, keyPath(place, 'mode'))].filter(problem => problem !== undefined);
  });
  return selectorHasLabels ? problems : [portsWithoutSelectorProblem(path), ...problems];
}

/** A port map that is there but names no port. */
export function emptyPortMapProblem(path = ''): Objection {
  return { rule: 'sidecar.md A3', refusedBy: BOTH_GATES, path, message: 'the port map is empty; name at least one port, or leave it out' };
}

/** Ports in a policy that selects no workload. */
export function portsWithoutSelectorProblem(path = ''): Objection {
  return {
    rule: 'sidecar.md A2',
    refusedBy: BOTH_GATES,
    path,
    message: 'port modes need a selector with labels; add matchLabels, or set the mode of the whole scope',
  };
}
