"""placeholder"""


class DumpError(ValueError):
    pass


def import_geonames(): ...
