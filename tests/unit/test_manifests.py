"""What the recipes for containers promise, point by point; `make deploy-lint` has the schemas."""

from typing import Any

import pytest
import yaml

from tests.opening import ROOT

DEPLOY = ROOT / "deploy"


@pytest.fixture(scope="module")
def cluster() -> dict[str, dict[str, Any]]:
    found = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))
    return {one["kind"]: one["spec"] for one in found}


@pytest.fixture(scope="module")
def pod(cluster) -> dict[str, Any]:
    return cluster["Deployment"]["template"]["spec"]


def test_a_container_is_nobodys_and_writes_nowhere_but_in_its_scratch(pod):
    (box,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert pod["securityContext"]["runAsUser"] >= 10_000
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert not pod["automountServiceAccountToken"]
    assert box["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert [one["mountPath"] for one in box["volumeMounts"]] == ["/tmp"]  # noqa: S108
    assert all("emptyDir" in one for one in pod["volumes"])
    assert box["resources"]["limits"]["memory"]


def test_nobody_is_sent_to_a_container_that_is_not_ready_or_leaves(cluster, pod):
    (box,) = pod["containers"]
    probes = {name: box[name]["httpGet"]["path"] for name in box if name.endswith("Probe")}
    assert probes == {
        "startupProbe": "/readyz",
        "readinessProbe": "/readyz",
        "livenessProbe": "/healthz",
    }
    assert box["lifecycle"]["preStop"]
    assert cluster["Deployment"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert cluster["PodDisruptionBudget"]["minAvailable"] >= 1
    assert cluster["Deployment"]["replicas"] > cluster["PodDisruptionBudget"]["minAvailable"]


def test_it_grows_with_open_pages_and_keeps_a_reader_with_a_container(cluster):
    metrics = cluster["HorizontalPodAutoscaler"]["metrics"]
    assert metrics[0]["pods"]["metric"]["name"] == "atlas_sockets"
    assert cluster["HorizontalPodAutoscaler"]["minReplicas"] >= 2
    raw = (DEPLOY / "kubernetes.yaml").read_text("utf-8")
    assert "nginx.ingress.kubernetes.io/affinity: cookie" in raw
    assert cluster["Ingress"]["tls"]


def test_nothing_goes_out_and_only_the_ingress_and_the_monitoring_come_in(cluster):
    policy = cluster["NetworkPolicy"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert policy["egress"] == []
    ports = [[port["port"] for port in one["ports"]] for one in policy["ingress"]]
    assert ports == [["http"], ["metrics"]]
    assert all(one["from"] for one in policy["ingress"])
    assert [port["port"] for port in cluster["Service"]["ports"]] == [80]  # no metrics


def test_one_container_alone_is_as_guarded_and_listens_to_this_machine():
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]["atlas"]
    assert told["read_only"]
    assert told["cap_drop"] == ["ALL"]
    assert told["security_opt"] == ["no-new-privileges:true"]
    assert all(port.startswith("127.0.0.1:") for port in told["ports"])
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").splitlines()
    assert lines.index("USER 10001") > max(
        at for at, line in enumerate(lines) if line.startswith(("RUN", "COPY"))
    )
    assert any("--require-hashes" in line for line in lines)
    assert any(line.startswith("HEALTHCHECK") for line in lines)
