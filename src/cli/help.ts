export const HELP = `istio-mtls tells what Istio will do with mutual TLS before the cluster does.

Usage: istio-mtls check [options] PATH...   check files, folders, or - (stdin)
       istio-mtls rules [ID]                list the checks, or explain one
       istio-mtls --version
       istio-mtls --help

istio-mtls check --help lists the options.
`;

export const CHECK_HELP = `Usage: istio-mtls check [options] PATH...

PATH is a file, a folder (all .yaml, .yml and .json files below it), or - for
standard input. All paths are one mesh; copies of an object in different folders
are variants of it, each judged on its own.

Input
  --mesh NAME=PATH       instead of PATH: the path belongs to this mesh; meshes
                         never conflict (repeatable)
  --context PATH         what the cluster has: not reported on (repeatable)
  --complete             the input is all there is: absence says something
  --profile FILE         what manifests cannot tell, as YAML or JSON; a list of
                         profiles for several meshes
  --root-namespace NAME  root namespace of the mesh (istio-system)
  --data-plane PLANE     of workloads that do not tell: sidecar, ambient, none
  --istio-version X.Y    some rules differ between releases
  --today YYYY-MM-DD     exceptions whose review is overdue then are errors

Verdict
  --ruleset NAME         recommended (default) or strict; NAME@VERSION pins it
  --fail-on SEVERITY     error (default), warning, info or never
  --baseline FILE        findings in this file stay quiet
  --write-baseline FILE  write the findings of this run to the file

Output
  --format FORMAT        text (default), json, sarif, junit, markdown or github
  --output FILE          write the report there instead of standard output

Caps, for input that can be trusted
  --max-file-mib N       size of a file (64)
  --max-document-mib N   size of a document, or of an item of a List (4)
  --max-depth N          nesting (200)
  --max-keys N           keys of one map (10000)
  --max-alias-nodes N    what aliases and merge keys add to a document (10000)

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or a path
that cannot be read.
`;

export const RULES_HELP = `Usage: istio-mtls rules [--format text|json] [ID]

Without ID: every check, and when it is an error. With an id (MTLS302) or name:
why, what to do, examples.
`;
