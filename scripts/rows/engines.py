"""The engines that ask derived rows, and the questions: one SQL file for both."""
import datetime
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHEMA = [
    tuple(line.split("\t")) for line in (HERE / "schema.tsv").read_text("utf-8").splitlines()]


def statements(path=HERE / "views.sql"):
    """Each statement with the name of its answer; None for one that prepares."""
    found, name, lines = [], None, []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("-- answer: "):
            name = line.removeprefix("-- answer: ").strip()
        elif not line.startswith("--") and line.strip():
            lines.append(line)
            if line.rstrip().endswith(";"):
                found.append((name, "\n".join(lines).rstrip().rstrip(";")))
                name, lines = None, []
    return found


def files(folder, ending):
    """The files of derived rows in a folder; hidden ones are drafts."""
    return sorted(
        str(path) for path in Path(folder).glob(f"*.{ending}") if not path.name.startswith("."))


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


def plain(value):
    """A value as JSON has it, the same from either engine."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    if value is None or isinstance(value, (bool, str)):
        return value
    return int(value)


def rows_of(folder):
    """The folder's rows: Parquet where there is any, else JSON lines."""
    for ending in ("parquet", "jsonl"):
        found = files(folder, ending)
        if found:
            return ending, found
    sys.exit(f"no rows in {folder}")


class DuckDB:
    """One machine, no service."""

    def __init__(self, folder):
        import duckdb

        self.connection = duckdb.connect()
        ending, found = rows_of(folder)
        listed = "[" + ", ".join(quoted(path) for path in found) + "]"
        self.run("CREATE TEMPORARY VIEW derived AS SELECT * FROM " + (
            f"read_parquet({listed}, union_by_name = true)" if ending == "parquet"
            else json_source(listed)))

    def run(self, sql):
        self.connection.execute(sql)

    def ask(self, sql):
        cursor = self.connection.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    def close(self):
        self.connection.close()


def json_source(listed):
    """DuckDB's reading of JSON lines with the types of the schema."""
    columns = ", ".join(f"{quoted(name)}: {quoted(kind)}" for name, kind in SCHEMA)
    return (f"read_json({listed}, format = 'newline_delimited', columns = {{{columns}}}, "
            "maximum_object_size = 1048576)")


class Spark:
    """A cluster; here one of two workers on this machine."""

    def __init__(self, folder, master=None):
        from pyspark import StorageLevel
        from pyspark.sql import SparkSession

        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ["PYSPARK_PYTHON"] = sys.executable
        self.session = (
            SparkSession.builder.master(master or "local-cluster[2,1,1024]").appName("xiaohao")
            .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC").getOrCreate())
        self.session.sparkContext.setLogLevel("ERROR")
        kinds = {"VARCHAR": "STRING", "VARCHAR[]": "ARRAY<STRING>"}
        schema = ", ".join(f"`{name}` {kinds.get(kind, kind)}" for name, kind in SCHEMA)
        ending, found = rows_of(folder)
        reader = self.session.read.schema(schema)
        data = reader.parquet(*found) if ending == "parquet" else reader.json(found)
        # Read once for all answers; what does not fit in memory lies on the workers' disks.
        data.persist(StorageLevel.MEMORY_AND_DISK).createOrReplaceTempView("derived")

    def run(self, sql):
        self.session.sql(sql)

    def ask(self, sql):
        frame = self.session.sql(sql)
        return frame.columns, [tuple(row) for row in frame.collect()]

    def close(self):
        self.session.stop()


ENGINES = {"duckdb": DuckDB, "spark": Spark}


def answers(engine, day, wanted=None):
    """Every answer, or those that are wanted, as of a day: name, columns, rows."""
    engine.run(
        f"CREATE OR REPLACE TEMPORARY VIEW looked_at AS SELECT DATE {quoted(day)} AS day")
    found = {}
    for name, sql in statements():
        if name is None:
            engine.run(sql)
        elif wanted is None or name in wanted:
            columns, rows = engine.ask(sql)
            found[name] = (list(columns), [tuple(plain(value) for value in row) for row in rows])
    return found
