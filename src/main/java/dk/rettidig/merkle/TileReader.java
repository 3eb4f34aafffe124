package dk.rettidig.merkle;

/** Reads tiles of hashes from wherever they are kept. */
@FunctionalInterface
public interface TileReader {

    /** The tile at this path, which is one of the tiles of the tree that is being read. */
    Tile tile(TilePath path);
}
