DATE_FORMAT = "j F Y"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = "j F Y, H.i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
DAG_VOLUIT = "l j F Y"
DAG_KORT = "D j F"
DAG_EN_MAAND = "l j F"
# What an editor may type. Half past seven is 19.30 as well as 19:30.
DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%Y-%m-%d"]
DATETIME_INPUT_FORMATS = [f"{dag}{tijd}" for dag in DATE_INPUT_FORMATS for tijd in (" %H:%M", " %H.%M", "")]
