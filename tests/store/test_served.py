from mockforge.store.database import connect
from mockforge.store.reader import open_reader
from mockforge.store.served import StoredTables
from mockforge.store.writer import Writer
from tests.store import samples


async def test_a_recording_on_a_server_is_read_from_its_tables(cluster_url):
    async with await connect(cluster_url, create=True) as database:
        async with Writer(database) as writer:
            await writer.write(samples.row(1))
        reader = await open_reader(cluster_url)

        assert isinstance(reader, StoredTables)
        assert (reader.name, reader.location) == (
            database.place.name,
            database.location,
        )
        await reader.close()
