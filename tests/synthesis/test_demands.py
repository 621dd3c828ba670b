"""What is asked for shapes all of a document."""

from tests.synthesis.asks import ask, several, thing


def test_all_is_where_it_is_asked_for():
    item = thing("name city country lat:n lng:n timezone")
    for each in ask("/shops", "/shops?city=Lima", several(item), count=3):
        assert (each["city"], each["country"]) == ("Lima", "Peru")
        assert (round(each["lat"]), round(each["lng"])) == (-12, -77)
        assert each["timezone"] == "America/Lima"


def test_what_is_near_is_not_just_there():
    item = several(thing("id lat:n lng:n city"))
    found = ask("/stops", "/stops?lat=48.85&lng=2.35", item, count=4)

    assert {each["city"] for each in found} == {"Paris"}
    assert len({each["lat"] for each in found}) == 4


def test_ranges_hold():
    item = several(thing("id name price:n"))
    for query in (
        "min_price=20&max_price=60",
        "price=20-60",
        "price[gte]=20&price_max=60",
    ):
        for each in ask("/products", f"/products?{query}", item, count=5):
            assert 20 <= each["price"] <= 60


def test_goods_are_of_the_brand_and_the_sort_that_are_asked_for():
    item = several(thing("id name brand category price:n"))
    url = "/products?brand=Acme&category=shoes"
    for each in ask("/products", url, item, count=3):
        assert (each["brand"], each["category"]) == ("Acme", "shoes")
        assert "Acme" in each["name"]
        assert "Shoes" in each["name"]


def test_bounds_are_told_in_one_word_and_of_fields_that_are_shortened():
    quakes = several(thing("id", properties=thing("mag:n place")))
    asked = ask("/quakes", "/quakes?minmagnitude=5", thing(features=quakes))

    assert all(each["properties"]["mag"] >= 5 for each in asked["features"])


def test_a_forecast_is_of_the_town_that_is_searched_for():
    rows = several(thing("dt:i temp:n"))
    made = ask("/forecast", "/forecast?q=Helsinki",
               thing("cnt:i", list=rows, city=thing("name country")))  # fmt: skip

    assert made["city"]["name"] == "Helsinki"
    assert made["city"]["country"] in ("FI", "Finland")
