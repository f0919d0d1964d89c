# E is the month as it is written after a day: 12 marca, not 12 marzec.
DATE_FORMAT = "j E Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y, H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j E"
DAG_VOLUIT = "l, j E Y"
DAG_KORT = "D j E"
DAG_EN_MAAND = "l, j E"
