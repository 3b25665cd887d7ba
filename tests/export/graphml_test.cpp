#include "export/graphml.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/graph/sample.hpp"

using namespace newsgraph;

TEST_CASE("GraphML of a graph declares its keys and names everything", "[export][graphml]") {
    sample::Article article("a", "Boreal bought Cobalt.");
    const EntityId boreal = article.entity("Boreal", "organization", {"Boreal Labs"});
    const EntityId cobalt = article.entity("Cobalt", "organization");
    Claim& bought = article.claim(boreal, "acquires", cobalt, "Boreal bought Cobalt");
    bought.qualifiers = {{"date", "last week", ""}};
    bought.attributed_to = "Ember";
    KnowledgeGraph graph;
    graph.add(article.extraction());
    std::ostringstream out;
    write_graphml(graph, out);
    CHECK(out.str() ==
          R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="g_documents" for="graph" attr.name="documents" attr.type="string"/>
<key id="n_label" for="node" attr.name="label" attr.type="string"/>
<key id="n_type" for="node" attr.name="type" attr.type="string"/>
<key id="n_aliases" for="node" attr.name="aliases" attr.type="string"/>
<key id="n_mentions" for="node" attr.name="mentions" attr.type="int"/>
<key id="e_label" for="edge" attr.name="label" attr.type="string"/>
<key id="e_type" for="edge" attr.name="type" attr.type="string"/>
<key id="e_open" for="edge" attr.name="open" attr.type="boolean"/>
<key id="e_inferred" for="edge" attr.name="inferred" attr.type="boolean"/>
<key id="e_modality" for="edge" attr.name="modality" attr.type="string"/>
<key id="e_attribution" for="edge" attr.name="attribution" attr.type="string"/>
<key id="e_qualifiers" for="edge" attr.name="qualifiers" attr.type="string"/>
<key id="e_evidence" for="edge" attr.name="evidence" attr.type="string"/>
<key id="e_document" for="edge" attr.name="document" attr.type="string"/>
<key id="e_begin" for="edge" attr.name="begin" attr.type="long"/>
<key id="e_end" for="edge" attr.name="end" attr.type="long"/>
<key id="e_sources" for="edge" attr.name="sources" attr.type="string"/>
<key id="e_inferred_from" for="edge" attr.name="inferred_from" attr.type="string"/>
<key id="e_claims" for="edge" attr.name="claims" attr.type="string"/>
<graph id="newsgraph" edgedefault="directed">
<data key="g_documents">[{&quot;id&quot;:&quot;a&quot;,&quot;title&quot;:&quot;&quot;,&quot;date&quot;:&quot;&quot;,&quot;source&quot;:&quot;&quot;}]</data>
<node id="e0"><data key="n_label">Boreal</data><data key="n_type">organization</data><data key="n_aliases">[&quot;Boreal Labs&quot;]</data><data key="n_mentions">1</data></node>
<node id="e1"><data key="n_label">Cobalt</data><data key="n_type">organization</data><data key="n_aliases">[]</data><data key="n_mentions">1</data></node>
<edge id="r0" source="e0" target="e1"><data key="e_label">acquires</data><data key="e_type">acquires</data><data key="e_open">false</data><data key="e_inferred">false</data><data key="e_modality">asserted</data><data key="e_attribution">Ember</data><data key="e_qualifiers">{&quot;date&quot;:[&quot;last week&quot;]}</data><data key="e_evidence">Boreal bought Cobalt</data><data key="e_document">a</data><data key="e_begin">0</data><data key="e_end">20</data><data key="e_sources">[&quot;a&quot;]</data><data key="e_claims">[{&quot;id&quot;:&quot;c0&quot;,&quot;modality&quot;:&quot;asserted&quot;,&quot;attributed_to&quot;:&quot;Ember&quot;,&quot;qualifiers&quot;:{&quot;date&quot;:[&quot;last week&quot;]},&quot;evidence&quot;:{&quot;document&quot;:&quot;a&quot;,&quot;begin&quot;:0,&quot;end&quot;:20,&quot;text&quot;:&quot;Boreal bought Cobalt&quot;}}]</data></edge>
</graph>
</graphml>
)");
}
