"""A contract of our own for ``lint-imports``: what drawings must not know. They are told by how their names begin."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Drawings(Contract):
    """No module of ``root`` whose name begins with ``draw_`` imports the ``forbidden`` one, by whatever way round."""

    type_name = "drawings"
    root = fields.StringField()
    forbidden = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """The shortest way from each drawing to what is forbidden; kept where there are drawings, and no such way."""
        output.verbose_print(verbose, f"Looking for ways from drawings to {self.forbidden}...")
        modules = sorted(graph.find_descendants(str(self.root)))
        drawings = [module for module in modules if module.rpartition(".")[2].startswith("draw_")]
        ways = [graph.find_shortest_chain(drawing, str(self.forbidden)) for drawing in drawings]
        return ContractCheck(kept=bool(drawings) and not any(ways), metadata={"ways": [way for way in ways if way]})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Each way there is."""
        for way in check.metadata["ways"]:
            output.print_error(" -> ".join(way))
