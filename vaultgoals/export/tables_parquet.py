"""All tables as Parquet, a file each, made to be read together with those of other vaults."""

import pyarrow as pa
from pyarrow import parquet

from vaultgoals.export.dataset import Cell, Dataset, Field, Table, Type, as_float
from vaultgoals.export.values import SCHEMA

_TYPES = {
    Type.TEXT: pa.string(),
    Type.WHOLE: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.FLAG: pa.bool_(),
    Type.DAY: pa.date32(),
}


def tables_parquet(dataset: Dataset) -> dict[str, bytes]:
    """The bytes of `goals.parquet` and so on, by file name.

    Each row begins with `vault`, the vault's name, and `exported`, the day. The types of the columns are the
    same whatever stands in them, also where that is nothing.
    """
    return {f"{name}.parquet": _file(table, dataset) for name, table in dataset.tables.items()}


def _file(table: Table, dataset: Dataset) -> bytes:
    rows = len(table.rows)
    columns = [pa.array([dataset.vault] * rows, pa.string()), pa.array([dataset.today] * rows, pa.date32())]
    columns += [_column(field, [row[at] for row in table.rows]) for at, field in enumerate(table.fields)]
    fields = [pa.field("vault", pa.string()), pa.field("exported", pa.date32()), *map(_field, table.fields)]
    schema = pa.schema(fields, metadata={"vaultgoals.schema": str(SCHEMA)})
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.table(columns, schema=schema), sink)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _field(field: Field) -> pa.Field:
    return pa.field(field.name, _TYPES[field.type], metadata={"about": field.about})


def _column(field: Field, cells: list[Cell]) -> pa.Array:
    figures = field.type is Type.NUMBER
    return pa.array([as_float(cell) if figures else cell for cell in cells], _TYPES[field.type])
