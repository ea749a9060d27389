"""examples/production/main.ts in Python: it must write the same files. The output folder is the only argument."""
import json
import sys

from cdk8s import ApiObject, ApiObjectMetadata, App, Chart, JsonPatch
from cdk8s_istio_mtls import (
    MeshProfile, MtlsException, MtlsMode, MtlsPort, NamespaceMtls, PairedRuleOptions, WorkloadMtls, WorkloadPairedRuleOptions,
)

app = App(outdir=sys.argv[1])
MeshProfile(app, "profile", root_namespace="istio-system")

namespaces = Chart(app, "namespaces")
ApiObject(
    namespaces, "production", api_version="v1", kind="Namespace",
    metadata=ApiObjectMetadata(name="production", labels={"istio-injection": "enabled"}),
)

production = Chart(app, "production", namespace="production")


def with_spec(id: str, api_version: str, kind: str, name: str, spec: dict) -> ApiObject:
    built = ApiObject(production, id, api_version=api_version, kind=kind, metadata=ApiObjectMetadata(name=name))
    # A patch is written as it comes; what a construct writes has its keys sorted.
    built.add_json_patch(JsonPatch.add("/spec", json.loads(json.dumps(spec, sort_keys=True))))
    return built


def workload(name: str, ports: list) -> ApiObject:
    labels = {"app": name}
    containers = [{"name": "main", "image": f"images.example/{name}:1.4.2", "ports": ports}]
    return with_spec(f"{name}-deployment", "apps/v1", "Deployment", name, {
        "selector": {"matchLabels": labels},
        "template": {"metadata": {"labels": labels}, "spec": {"containers": containers}},
    })


def service(name: str, ports: list) -> ApiObject:
    return with_spec(f"{name}-service", "v1", "Service", name, {"selector": {"app": name}, "ports": ports})


payment = workload("legacy-payment", [{"name": "http", "containerPort": 8080}])
payment_service = service("legacy-payment", [{"name": "http", "port": 80, "targetPort": "http"}])
gateway = workload("api-gateway", [{"name": "https", "containerPort": 8443}, {"name": "health", "containerPort": 8081}])
gateway_service = service("api-gateway", [
    {"name": "https", "port": 443, "targetPort": "https"},
    {"name": "health", "port": 8081, "targetPort": "health"},
])

NamespaceMtls(production, "strict", mode=MtlsMode.STRICT, paired_rule=PairedRuleOptions())

WorkloadMtls(
    production, "legacy-exception",
    workload=payment,
    mode=MtlsMode.DISABLE,
    paired_rule=WorkloadPairedRuleOptions(service=payment_service),
    exception=MtlsException(
        owner="payments", reason="the vendor does not support the binary behind mutual TLS", review_by="2027-03-31", ticket="PAY-1204",
    ),
)

gateway_mtls = WorkloadMtls(
    production, "api-gateway-config", workload=gateway, mode=MtlsMode.STRICT, paired_rule=WorkloadPairedRuleOptions(service=gateway_service),
)
gateway_mtls.add_port(
    MtlsPort.of_service(gateway_service, "health"), MtlsMode.DISABLE,
    exception=MtlsException(owner="edge", reason="the external load balancer checks health in plaintext", review_by="2027-03-31"),
)
gateway_mtls.allow_scrape(port=MtlsPort.workload(15020), owner="observability", review_by="2027-06-30")

app.synth()
