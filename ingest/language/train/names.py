"""Sentences for learning names: written by templates, with names of many origins and invented ones, so that the
context must tell what a name is; and TekGen's sentences, where a relation tells the type of two names."""

import json
import os
import random
import re

import treebank

FIRST = """James Mary John Linda Robert Susan Michael Karen David Nancy William Lisa Richard Betty Thomas Sandra Charles
Ashley Daniel Emily Matthew Donna Anthony Michelle Mark Carol Paul Amanda Steven Melissa Andrew Deborah George Laura
Kenneth Rebecca Kevin Sharon Brian Cynthia Edward Kathleen Ronald Amy Timothy Angela Jason Shirley Jeffrey Anna Ryan
Brenda Gary Pamela Nicholas Emma Eric Nicole Stephen Helen Jonathan Samantha Larry Katherine Justin Christine Scott
Rachel Frank Carolyn Benjamin Janet Gregory Maria Raymond Olivia Samuel Heather Patrick Diane Alexander Julie Jack Joyce
Dennis Victoria Tyler Kelly Aaron Ruth Jose Joan Henry Evelyn Adam Judith Douglas Megan Nathan Andrea Peter Alice Zachary
Ana Wei Li Xin Mei Jun Hiroshi Yuki Kenji Haruka Sakura Takeshi Min-jun Ji-woo Seo-yeon Hyun Priya Rahul Ananya Arjun
Lakshmi Vikram Sanjay Deepa Amit Neha Fatima Mohammed Ahmed Omar Aisha Layla Yusuf Khalid Hassan Zainab Noor Ibrahim
Chinedu Ngozi Oluwaseun Adaeze Kwame Ama Thabo Nomsa Wanjiru Kamau Tendai Amara Jean Pierre Camille Luc Élodie François
Hélène Claude Jürgen Anke Klaus Sabine Lukas Ingrid Lars Astrid Søren Mette Björn Freja Matteo Giulia Luca Chiara Carlos
Lucía Javier Sofía Miguel Valentina Diego Camila João Beatriz Rui Inês Mateusz Agnieszka Jakub Katarzyna Ivan Olga Dmitri
Natalia Sergei Svetlana Oleksandr Iryna Bogdan Elena Nikos Eleni Mehmet Ayşe Emre Elif Yael Noam Shira Avi Reza Shirin
Siobhan Declan Niamh Rhys Angus Fiona Isla Callum""".split()

LAST = """Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen
King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez
Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz
Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood Bennett Gray
Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Wang Li Zhang Liu Chen Yang Huang Zhao Wu
Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Tanaka Suzuki Sato Watanabe Ito Yamamoto Nakamura Kobayashi Park Choi Jung Kang Cho
Yoon Sharma Gupta Singh Kumar Reddy Iyer Nair Mehta Kapoor Banerjee Khan Hussain Malik Al-Masri Haddad Nasser Farouk
Rahman Okafor Adeyemi Okonkwo Balogun Mensah Asante Dlamini Nkosi Mwangi Otieno Diallo Traoré Ba Dubois Lefèvre Moreau
Laurent Bernard Fontaine Girard Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Krüger Johansson
Nilsson Hansen Olsen Jensen Nielsen Virtanen Korhonen Rossi Ferrari Esposito Bianchi Romano Colombo Ricci Fernández Vargas
Castro Rojas Silva Santos Oliveira Souza Pereira Costa Nowak Kowalski Wójcik Zieliński Ivanov Petrov Smirnov Volkov
Shevchenko Kovalenko Bondarenko Popescu Ionescu Papadopoulos Georgiou Yılmaz Demir Kaya Cohen Levi Mizrahi Hosseini
O'Brien O'Connor Byrne Gallagher MacDonald McKenzie Fraser Llewellyn de_Vries van_den_Berg Janssens""".split()

PLACES = """London Paris Berlin Tokyo Beijing Shanghai Seoul Mumbai Delhi Bangalore Singapore Sydney Melbourne Toronto Montreal
Vancouver Chicago Boston Seattle Austin Houston Dallas Denver Atlanta Miami Philadelphia Detroit Phoenix Portland Oakland
Amsterdam Rotterdam Brussels Antwerp Madrid Barcelona Lisbon Porto Rome Milan Turin Naples Vienna Zurich Geneva Basel Munich
Hamburg Frankfurt Cologne Stuttgart Copenhagen Stockholm Gothenburg Oslo Helsinki Tallinn Riga Vilnius Warsaw Kraków Prague
Budapest Bucharest Sofia Athens Istanbul Ankara Cairo Lagos Nairobi Accra Johannesburg Dubai Riyadh Doha Tehran Baghdad
Jerusalem Haifa Karachi Lahore Dhaka Jakarta Manila Bangkok Hanoi Taipei Osaka Kyoto Shenzhen Hangzhou Moscow Kyiv Lviv
Edinburgh Glasgow Cardiff Belfast Dublin Cork Manchester Birmingham Leeds Liverpool Bristol Lyon Marseille Toulouse Lille
Lima Bogotá Santiago Quito Caracas Montevideo France Germany Italy Spain Portugal Britain England Scotland Wales Ireland
Norway Sweden Finland Denmark Poland Ukraine Russia Turkey Greece Hungary Romania Bulgaria Serbia Croatia Austria Switzerland
Belgium Luxembourg China Japan India Pakistan Bangladesh Vietnam Thailand Malaysia Indonesia Australia Canada Mexico Brazil
Argentina Chile Peru Colombia Venezuela Egypt Nigeria Kenya Ghana Ethiopia Morocco Tunisia Algeria Israel Iran Iraq Syria
Lebanon Jordan Qatar Kuwait Taiwan Texas California Florida Ohio Michigan Georgia Virginia Nevada Arizona Oregon Washington
Massachusetts Pennsylvania Illinois Minnesota Bavaria Catalonia Ontario Quebec Queensland Kerala Gujarat Hokkaido Europe Asia
Africa America Antarctica Brittany Silicon_Valley New_York New_York_City San_Francisco Los_Angeles San_Diego Las_Vegas
Hong_Kong Tel_Aviv Cape_Town Buenos_Aires São_Paulo Rio_de_Janeiro Mexico_City Kuala_Lumpur Abu_Dhabi Saudi_Arabia
South_Korea North_Korea South_Africa New_Zealand United_States the_United_States the_United_Kingdom the_Netherlands
the_Philippines the_European_Union Sri_Lanka Costa_Rica Ivory_Coast Palo_Alto Menlo_Park Mountain_View Santa_Clara
Salt_Lake_City North_Carolina New_Jersey West_Virginia the_Black_Sea Lake_Victoria the_Suez_Canal the_Middle_East U.S. U.K.
Britain America Cambridge Oxford Princeton Redmond Cupertino Sacramento Brooklyn Manhattan Westminster Ottawa Canberra
Wellington""".split()

GROUPS = """Chinese American British French German Japanese Indian Israeli Dutch Italian Spanish Russian Ukrainian Turkish
Canadian Australian Brazilian Mexican Korean Swedish Norwegian Danish Finnish Polish Swiss Austrian Belgian Irish Scottish
Welsh English Nigerian Kenyan Egyptian Iranian Iraqi Saudi Emirati Qatari Lebanese Syrian Jordanian Palestinian Ghanaian
Ethiopian Moroccan Tunisian Algerian European African Asian Arab Estonian Latvian Lithuanian Hungarian Romanian Bulgarian
Serbian Croatian Slovak Slovenian Czech Greek Portuguese Icelandic Argentine Chilean Peruvian Colombian Venezuelan Cuban
Pakistani Bangladeshi Vietnamese Thai Malaysian Singaporean Indonesian Filipino Taiwanese Mongolian Kazakh Georgian Armenian
South_African South_Korean North_Korean New_Zealand Latin_American Western Soviet Catalan Kurdish Basque Flemish Californian
Republican Democratic Democrats Republicans Americans Germans Poles Britons Frenchman Scots Danes Swedes Dutchman Spaniards
Muslims Muslim Christians Christian Catholic Jewish Jews Hindu Buddhist Protestant""".split()
PARTIES = """the_Greens the_Conservatives the_Liberals the_Liberal_Democrats the_Social_Democrats Labour the_Christian_Democrats
the_Tories Fianna_Fáil Sinn_Féin the_Socialists Plaid_Cymru the_SNP Likud the_Republican_Party the_Democratic_Party""".split()

COMPANIES = """OpenAI Google Microsoft Apple Amazon Meta Nvidia Intel IBM Oracle Samsung Sony Tesla Netflix Spotify Uber Airbnb
Stripe Anthropic Mistral Cohere DeepMind Hugging_Face Stability_AI ByteDance Alibaba Tencent Baidu Huawei Xiaomi Siemens SAP
Bosch Volkswagen BMW Toyota Honda Nissan Hyundai LG Panasonic Nintendo Boeing Airbus Lockheed_Martin SpaceX NASA Pfizer Roche
Novartis Bayer Goldman_Sachs JPMorgan Morgan_Stanley Citigroup HSBC Barclays BlackRock SoftBank Sequoia_Capital
Andreessen_Horowitz Walmart Target Costco Nike Adidas Unilever Nestlé PepsiCo Shell BP Chevron Reuters Bloomberg CNN BBC
the_Financial_Times the_New_York_Times the_Wall_Street_Journal the_Guardian Politico Axios The_Verge TechCrunch Stanford_University MIT Harvard
the_Federal_Trade_Commission the_Justice_Department the_European_Commission the_Supreme_Court Congress the_Senate the_SEC the_FDA
the_White_House the_Pentagon the_United_Nations NATO the_World_Bank the_IMF the_Bank_of_England the_Federal_Reserve the_Treasury
the_Home_Office the_Foreign_Ministry Interpol Greenpeace UNICEF the_Red_Cross Amnesty_International Arsenal Chelsea
Real_Madrid Juventus Ajax Manchester_United the_Lakers the_Yankees FIFA UEFA Scotland_Yard GitHub Databricks Snowflake
Salesforce Adobe Cisco Qualcomm AMD TSMC ASML Arm Micron Dell HP Lenovo Zoom Slack Shopify PayPal Visa Mastercard""".split()

MODELS = """GPT-4 GPT-4o GPT-5 GPT-3.5 Claude Claude_3 Claude_3.5_Sonnet Claude_Opus Gemini Gemini_1.5_Pro Gemini_Ultra Llama
Llama_2 Llama_3.1 Llama_3.1_405B Mistral_Large Mixtral Mixtral_8x7B Qwen Qwen2.5 DeepSeek-V3 DeepSeek-R1 Grok Grok-2 PaLM
PaLM_2 BERT RoBERTa T5 DALL-E DALL-E_3 Stable_Diffusion Midjourney Sora Whisper Codex AlphaFold AlphaGo LaMDA Falcon_180B
Phi-3 Gemma_2 Command_R+ o1 o3-mini Imagen Veo BLOOM OPT-175B Kimi_K2 Ernie_Bot Titan""".split()
BENCHMARKS = """HumanEval MMLU MMLU-Pro GSM8K MATH HellaSwag ARC-AGI GPQA GPQA_Diamond SWE-bench SWE-bench_Verified BIG-bench
TruthfulQA SQuAD GLUE SuperGLUE ImageNet COCO LMArena Chatbot_Arena MT-Bench AIME MBPP LiveCodeBench WinoGrande DROP IFEval
Humanity_'s_Last_Exam MLPerf Terminal-Bench""".split()
PRODUCTS = """iPhone iPhone_15_Pro iPad MacBook_Air Apple_Watch Windows Windows_11 Android Chrome Gmail YouTube Instagram WhatsApp
Facebook Messenger Threads Copilot ChatGPT Siri Alexa Bing Office Excel Teams Azure AWS Google_Cloud Kindle Echo PlayStation_5
Xbox Switch Galaxy_S24 Pixel_8 Model_3 Cybertruck Model_Y Vision_Pro H100 A100 Blackwell Snapdragon Photoshop Firefly Slack
Python Java TensorFlow PyTorch Linux Ubuntu Kubernetes Falcon_9 Starlink Starship Dreamliner TikTok WeChat Ozempic Wegovy
Perseverance Wikipedia LinkedIn Reddit Snapchat Signal""".split()
EVENTS = """the_World_Cup the_Olympics the_Paris_Olympics the_Super_Bowl Wimbledon the_Champions_League the_Tour_de_France Davos
the_World_Economic_Forum Google_I/O WWDC CES NeurIPS ICML the_G7_summit COP28 the_Oscars the_Grammys Glastonbury the_Euros
the_Brexit_referendum the_Premier_League the_Europa_League La_Liga Serie_A the_Bundesliga the_Commonwealth_Games the_FA_Cup
the_Davis_Cup the_Asian_Games the_Winter_Olympics the_Copa_América League_One League_Two the_Masters the_US_Open Eurovision Hurricane_Katrina World_War_II the_Six_Nations the_Ryder_Cup the_Eurovision_Song_Contest""".split()
LAWS = """the_AI_Act the_EU_AI_Act the_Digital_Markets_Act the_Digital_Services_Act the_General_Data_Protection_Regulation GDPR
the_Clean_Air_Act the_Inflation_Reduction_Act the_CHIPS_Act the_Paris_Agreement the_Good_Friday_Agreement the_Sherman_Act
the_First_Amendment the_Affordable_Care_Act the_Online_Safety_Act the_Treaty_of_Lisbon""".split()

FIELDS = """machine_learning deep_learning artificial_intelligence quantum_computing natural_language_processing computer_vision
computational_linguistics computer_science computer_graphics information_theory information_retrieval signal_processing image_processing
data_mining data_science pattern_recognition robotics control_theory game_theory operations_research statistics bioinformatics neuroscience
cognitive_science linguistics mathematics physics chemistry biology genetics astronomy psychology cryptography cybersecurity ontology
human_-_computer_interaction software_engineering supervised_learning unsupervised_learning semi_-_supervised_learning speech_processing
digital_signal_processing knowledge_engineering biochemistry molecular_biology thermodynamics epidemiology economics""".split()
METHODS = """reinforcement_learning blockchain generative_AI nuclear_fusion gene_editing CRISPR mRNA_technology 5G carbon_capture
autonomous_driving neural_networks neural_network convolutional_neural_network recurrent_neural_network artificial_neural_network
support_vector_machine support_vector_machines SVM random_forest random_forests decision_tree decision_trees logistic_regression
linear_regression naive_Bayes k_-_nearest_neighbors k_-_means_clustering principal_component_analysis PCA LSTM long_short_-_term_memory
backpropagation stochastic_gradient_descent gradient_descent hidden_Markov_model hidden_Markov_models Bayesian_network Kalman_filter
Monte_Carlo_methods genetic_algorithms genetic_algorithm simulated_annealing expectation_-_maximization dynamic_programming
breadth_-_first_search beam_search Viterbi_algorithm boosting AdaBoost autoencoder generative_adversarial_network GAN transformers
word2vec self_-_attention dropout Q_-_learning maximum_likelihood least_squares Fourier_transform wavelet_transform perceptron
multilayer_perceptron Gaussian_process radial_basis_function_network singular_value_decomposition matrix_factorization""".split()
TASKS = """speech_recognition machine_translation image_recognition object_detection image_segmentation question_answering text_classification
named_entity_recognition sentiment_analysis speech_synthesis information_extraction facial_recognition face_detection image_classification
part_-_of_-_speech_tagging parsing text_summarization topic_segmentation relation_extraction coreference_resolution optical_character_recognition
handwriting_recognition anomaly_detection fraud_detection spam_filtering dimensionality_reduction clustering cluster_analysis classification
regression feature_extraction feature_learning motion_estimation motion_planning pose_estimation speaker_identification document_retrieval
knowledge_representation automated_reasoning planning pedestrian_detection gesture_recognition emotion_recognition word_-_sense_disambiguation
language_modeling image_restoration scene_reconstruction data_compression visual_navigation recommendation text_generation""".split()
CONFERENCES = """NeurIPS ICML ICLR CVPR ICCV ECCV ACL EMNLP NAACL COLING AAAI IJCAI SIGGRAPH KDD SIGIR INTERSPEECH ICASSP ICRA LREC CHI VLDB
the_Annual_Meeting_of_the_Association_for_Computational_Linguistics""".split()
SCIENCES = "Physics Chemistry Biology Medicine Geology Astronomy Mathematics Neuroscience Genetics Ecology Immunology Biochemistry".split()
SUBSTANCES = """glucose sodium_chloride hydrochloric_acid sulfuric_acid ethanol methane carbon_dioxide hydrogen oxygen nitrogen helium Xenon
Iodine chlorine ammonia adenosine_triphosphate ATP DNA RNA insulin hemoglobin trypsin DNA_polymerase nitric_acid acetone benzene polyethylene
Polypropylene adenosine guanosine oxaloacetate lactase aspirin""".split()

ONSETS = "b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sc sh sk sl sm sn sp st str t th tr v vr w x y z".split()
NUCLEI = "a e i o u ai ea ee ia io oa oo ou au ei a e i o u".split()
CODAS = " b ck d f g l ll m n nd ng nt p r rd rk rn s ss st t th v x z    ".split(" ")
WORDS = """Anchor Apex Arc Atlas Aurora Beacon Birch Blue Bright Bridge Canyon Cedar Cinder Cipher Clear Cobalt Compass Copper Coral
Crescent Crest Delta Drift Echo Ember Falcon Fern Flint Forge Garnet Granite Grove Harbor Haven Hawk Hazel Helix Horizon Indigo
Iron Ivory Jade Jasper Juniper Lantern Lark Laurel Ledger Lilac Linden Lumen Lunar Lynx Maple Marble Meadow Meridian
Mesa Mint Mosaic Nimbus Nova Oak Onyx Opal Orbit Orchid Osprey Pearl Pebble Pine Pioneer Pixel Polar Prairie Prism Pulse Quartz
Quill Raven Reef Ridge River Robin Saffron Sage Sail Scarlet Shale Silver Slate Solstice Sparrow Spruce Stellar Stone Summit
Swift Tempo Terra Thistle Tide Timber Topaz Torch Trail Umber Union Valley Vector Velvet Vertex Violet Vista Vivid Willow Wren
Zenith Zephyr Vision Dream Story Echo Mind Voice Canvas Chorus Needle Thread Whisper Motion Signal Nexus Titan Oracle
Mirror Scout Ranger Rocket Sonnet Verse Riddle Puzzle Lyric Ballad Fable Saga Comet Quasar Photon Neutron""".split()
LETTERS = "ABCDEFGHIKLMNOPRSTUVWX"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


class Names:
    """Makes names by kind; each is a list of tokens."""

    def __init__(self, rng):
        self.rng = rng

    def one(self, table):
        return self.rng.choice(table).split("_")

    def invented(self, syllables=None):
        n = syllables or self.rng.choice((1, 2, 2, 2, 3))
        word = ""
        for i in range(n):
            word += self.rng.choice(ONSETS) if i == 0 or self.rng.random() < 0.8 else ""
            word += self.rng.choice(NUCLEI) + (self.rng.choice(CODAS) if i == n - 1 or self.rng.random() < 0.3 else "")
        return word.capitalize()

    def word(self):
        r = self.rng.random()
        if r < 0.45:
            return self.invented()
        if r < 0.75:
            return self.rng.choice(WORDS)
        if r < 0.85:
            return self.rng.choice(WORDS) + self.rng.choice(WORDS).lower()
        if r < 0.93:
            return self.rng.choice(WORDS) + self.rng.choice(("AI", "Tech", "Soft", "Works", "Lab", "Net", "Base", "Flow", "Hub"))
        return self.invented(1) + self.rng.choice(("ly", "ify", "io", "ium", "ora", "ix", "eo", "ara", "on", "ex"))

    def acronym(self, least=2, most=5):
        return "".join(self.rng.choice(LETTERS) for _ in range(self.rng.randint(least, most)))

    def version(self):
        r = self.rng
        return r.choice((str(r.randint(1, 9)), "%d.%d" % (r.randint(1, 9), r.randint(0, 9)), "%dB" % r.choice((7, 8, 13, 32, 34, 70, 72, 120, 235, 405)),
                         "v%d" % r.randint(1, 6), "V%d" % r.randint(2, 9), "%d.5" % r.randint(1, 6)))

    def person(self):
        r = self.rng.random()
        last = self.one(LAST) if self.rng.random() < 0.75 else [self.invented()]
        if r < 0.12:
            return last
        first = [self.rng.choice(FIRST)] if self.rng.random() < 0.92 else [self.invented(2)]
        if r < 0.2:
            first += [self.rng.choice(LETTERS) + "."]
        elif r < 0.23:
            first += [self.rng.choice(FIRST)]
        return first + last

    def surname(self):
        return self.one(LAST) if self.rng.random() < 0.85 else [self.invented()]

    def place(self):
        r = self.rng.random()
        if r < 0.85:
            return self.one(PLACES)
        if r < 0.95:
            return [self.invented(2) + self.rng.choice(("", "ville", "ton", "burg", "ford", "field", " Bay", " Valley", " County", "stad", "wick"))][0].split()
        return [self.rng.choice(("Port", "Lake", "Fort", "Mount", "New", "North", "East", "San", "Saint", "St."))] + [self.invented(2)]

    def city(self):
        return self.one(PLACES[:90]) if self.rng.random() < 0.9 else [self.invented(2)]

    def organization(self):
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.27:
            return self.one(COMPANIES)
        if r < 0.46:
            return [self.word()]
        if r < 0.51:
            return self.foreign()
        if r < 0.56:
            return self.body()
        if r < 0.72:
            return [self.word(), pick("""Labs AI Systems Technologies Group Holdings Inc. Corp. Ltd Software Research Capital Ventures Partners
            Bank Pharma Therapeutics Motors Energy Airlines Robotics Media Networks Health Foods Semiconductor Industries Dynamics Analytics
            Aerospace Foundation Institute Security Games Studios Records Press Bio Logistics Insurance Steel Mining Telecom Retail""".split())]
        if r < 0.76:
            return [self.word(), self.word(), pick("Group Capital Holdings Labs Systems Partners Advisors Research".split())]
        if r < 0.80:
            return [pick(LAST).replace("_", " ").split()[-1], "&", pick(LAST).split("_")[-1]] + pick(([], ["LLP"], ["Co."]))
        if r < 0.85:
            return pick((["University", "of"] + self.city(), self.city() + ["University"], [self.invented(2), "University"],
                         [self.word(), "Institute", "of", "Technology"], ["the", self.word(), "Institute"]))
        if r < 0.90:
            return pick((["the", "Ministry", "of"] + pick((["Defence"], ["Finance"], ["Health"], ["Justice"], ["Foreign", "Affairs"])),
                         ["the", pick(("Federal", "National", "European", "International", "Royal", "Central")),
                          pick(("Trade", "Aviation", "Energy", "Safety", "Housing", "Fisheries", "Data", "Election", "Space", "Medicines", "Competition")),
                          pick(("Commission", "Agency", "Authority", "Board", "Council", "Office", "Bureau", "Service"))],
                         ["the", pick(("Labour", "Conservative", "Green", "Liberal", "Progressive", "Unity", "Reform", "People", "Workers")), "Party"]))
        if r < 0.94:
            return self.city() + [pick("United City Rovers FC Wanderers Athletic Town Rangers Tigers Hawks Bears".split())]
        if r < 0.97:
            return [self.acronym(2, 4)]
        return ["the", pick(("Daily", "Evening", "Morning", "Sunday", self.invented(2))), pick("Herald Times Post Tribune Gazette Telegraph Courier Observer Chronicle".split())]

    def foreign(self):
        """Two words that need not be English: "Hoshi Denki"."""
        pick = self.rng.choice
        return pick(([self.invented(), self.invented()], [pick("Deutsche Banco Banca Compagnie Grupo Gruppo Société Nordic Nippon Korea Royal Air Radio".split()), self.invented()],
                     [self.invented(), pick("Bank Denki Kogyo Motori Energie Oy AB SA SpA GmbH AG NV BV ASA plc Tidende Zeitung Sports Shipping Telekom Post Air Rail".split())]))

    def body(self):
        """Unions, departments, confederations, committees."""
        pick = self.rng.choice
        subject = lambda: pick("Trade Business Health Transport Energy Education Science Justice Culture Labour Housing Agriculture Defence Industry Commerce".split())
        people = lambda: pick("Farmers Teachers Nurses Miners Drivers Writers Actors Doctors Pilots Dockers Consumers Tenants".split())
        return pick((["Department", pick(("of", "for")), subject(), "and", subject()], ["Department", "of", subject()],
                     [people(), "'", pick(("Union", "Association", "Alliance"))], [pick("National International European Royal American British".split()), people(), "Union"],
                     ["Confederation", "of", self.invented(2), "Industry"], ["Bank", "of"] + self.city(), [pick(LAST).split("_")[-1], "'s"],
                     [pick("Ombudsman Commissioner Auditor Regulator".split()), "'s", "Office"], ["Institute", "for", self.rng.choice(WORDS), "Studies"],
                     ["International", subject(), "Fund"], ["World", subject(), "Organization"], [self.invented(2), "Central", "Bank"],
                     [self.word(), subject(), "and", subject()], ["Centre", "for", subject(), "Policy"], ["Campaign", "for", "Fair", subject()],
                     self.city() + ["City", "Council"], self.city() + ["Police"], [self.invented(2), "District", "Court"], self.city() + ["Stock", "Exchange"]))

    def club(self):
        """A side, often named by its city or country alone."""
        r = self.rng.random()
        if r < 0.6:
            return [t for t in (self.one(PLACES[:170]) if self.rng.random() < 0.8 else [self.invented(2)]) if t != "the"]
        return self.city() + [self.rng.choice("United City Rovers FC Wanderers Athletic Town Rangers Tigers Hawks".split())]

    def party(self):
        if self.rng.random() < 0.5:
            return self.one(PARTIES)
        return ["the", self.rng.choice((self.word(), "Civic", "Centre", "People 's", "New", "Workers '", "National", "Freedom")).split()[0],
                self.rng.choice("Party Union Alliance Movement Front Democrats Coalition Bloc".split())]

    def lab(self):
        """A maker of models and products."""
        r = self.rng.random()
        if r < 0.35:
            return self.one(COMPANIES[:26])
        return [self.word()] + ([self.rng.choice("AI Labs Research Systems Technologies Intelligence Computing".split())] if r < 0.55 else [])

    def model(self):
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.28:
            return self.one(MODELS)
        if r < 0.38:
            return [self.word()]
        if r < 0.50:
            return [self.word(), self.word()]
        if r < 0.70:
            name = [self.word()] if self.rng.random() < 0.8 else [self.word(), self.word()]
            name += [self.version()]
            if self.rng.random() < 0.4:
                name.append(pick("Pro Ultra Mini Nano Large Small Turbo Flash Instruct Preview Max Lite Chat Base Opus Haiku Coder Vision 70B 8B 405B".split()))
            return name
        if r < 0.86:
            stem = self.acronym(2, 4) if self.rng.random() < 0.5 else self.word()
            tail = pick((self.version(), self.version() + pick(("o", "x", "-turbo", "-mini", "-large", "")), self.acronym(1, 2) + str(self.rng.randint(1, 9))))
            return [stem + pick(("-", "-", "")) + tail]
        return [self.word(), pick("Pro Ultra Mini Large Small Turbo Flash Max Coder Vision One Next Chat Reasoner".split())]

    def benchmark(self):
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.4:
            return self.one(BENCHMARKS)
        if r < 0.65:
            return [pick((self.word(), self.acronym(2, 4), pick("Code Math Reason Science Agent Long Web Vision Chart Doc Safe Med Law Multi Open".split())))
                    + pick(("Eval", "Bench", "-Bench", "-bench", "QA", "-QA", "Test", "Suite", "Arena", "-Eval"))]
        if r < 0.8:
            return [self.acronym(3, 6) + pick(("", "-Pro", "-2", "-Hard", "8K", "-500", "+"))]
        return [self.word()] + [pick("Arena Leaderboard Index Challenge Exam Benchmark Suite Test".split())]

    def product(self):
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.4:
            return self.one(PRODUCTS)
        if r < 0.62:
            return [self.word()]
        if r < 0.8:
            return [self.word(), pick("Studio Cloud Watch Phone Pad Assistant Browser Drive Pay Music Maps Search Workspace Tab Home Desktop Engine Pro Max Mini One".split())]
        if r < 0.92:
            return [self.word(), pick((self.version(), self.acronym(1, 2) + str(self.rng.randint(2, 900))))]
        if r < 0.96:
            return [self.word() + pick(("-", " ")) + str(self.rng.randint(2, 12))][0].split()
        return [self.acronym(1, 2) + pick(("", "-")) + str(self.rng.randint(2, 990))]

    def event(self):
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.4:
            return self.one(EVENTS)
        year = [str(self.rng.randint(1990, 2027))] if self.rng.random() < 0.4 else []
        if r < 0.7:
            return ["the", pick((self.word(), self.city()[0], "European", "World", "Global", "National"))] + \
                   [pick("Summit Conference Forum Festival Cup Championships Games Prize Marathon Open Expo Congress Awards".split())] + year
        return [self.word(), pick("Summit Connect Dev Con Fest Live Week Day Expo".split())] + year

    def law(self):
        pick = self.rng.choice
        if self.rng.random() < 0.5:
            return self.one(LAWS)
        if self.rng.random() < 0.12:
            return pick((["Clean", self.rng.choice(WORDS), "Bill"], [self.word(), "Community", "Licence"], ["Apache", "2.0"], ["MIT", "licence"],
                         ["the", "Treaty", "of"] + self.city(), ["the"] + self.city() + ["Convention"], ["Article", str(self.rng.randint(2, 90))]))
        if self.rng.random() < 0.15:
            return self.surname()[-1:] + ["v."] + pick((self.surname()[-1:], self.lab()[:1]))
        return ["the"] + pick(([], ["National"], ["Federal"], [self.surname()[-1]])) + \
            [pick("Housing Privacy Algorithm Farm Banking Water Transport Security Employment Competition Border Ocean Data Energy".split()),
             pick("Protection Reform Accountability Transparency Fairness Safety Investment Modernisation".split()),
             pick(("Act", "Act", "Bill", "Directive", "Treaty", "Regulation"))] + pick(([], [], [], [str(self.rng.randint(1970, 2026))]))

    def work(self):
        pick = self.rng.choice
        title = pick((["The", self.rng.choice(WORDS), self.rng.choice(WORDS)], [self.rng.choice(WORDS), "of", "the", self.rng.choice(WORDS)],
                      ["A", self.rng.choice(WORDS), "for", self.rng.choice(FIRST)], ["The", "Last", self.rng.choice(WORDS)],
                      [self.rng.choice(WORDS), "and", self.rng.choice(WORDS)], ["How", "to", "Build", "a", self.rng.choice(WORDS)],
                      ["The", "State", "of", self.rng.choice(WORDS)]))
        return title

    def group(self):
        return self.one(GROUPS)

    def technology(self):
        """Fields, methods and kinds of machinery, as they stand in running text."""
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.45:
            name = self.one(FIELDS)
        elif r < 0.85:
            name = self.one(METHODS)
        else:
            name = [pick(LAST).split("_")[-1]] + pick((["'s", "algorithm"], ["method"], ["transform"], ["regression"], ["networks"], ["search"]))
        r = self.rng.random()
        if r < 0.12:
            return [part.capitalize() if part.islower() else part for part in name]
        return name

    def task(self):
        return self.one(TASKS)

    def conference(self):
        """A meeting of scholars, or its acronym."""
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.3:
            return self.one(CONFERENCES)
        if r < 0.45:
            return [self.acronym(3, 6)] + ([str(self.rng.randint(1990, 2027))] if self.rng.random() < 0.5 else [])
        year = [str(self.rng.randint(1990, 2027))] if self.rng.random() < 0.25 else []
        subject = [part.capitalize() for part in self.one(FIELDS)]
        return year + pick((["International", "Conference", "on"], ["Annual", "Symposium", "on"], ["Workshop", "on"], ["Conference", "on"],
                            ["European", "Conference", "on"], ["World", "Congress", "on"])) + subject

    def journal(self):
        pick = self.rng.choice
        subject = [part.capitalize() for part in pick((self.one(FIELDS), [pick(SCIENCES)], [pick(SCIENCES)]))]
        return pick((["Journal", "of"] + subject, subject + ["Letters"], subject + ["Reviews"], ["Annals", "of"] + subject,
                     ["Transactions", "on"] + subject, ["Nature"] + subject, ["European", "Journal", "of"] + subject, ["Nature"], ["Science"],
                     ["The", "Lancet"], ["Cell"]))

    def vote(self):
        """A vote by its year: "2031 Norwegian general election"."""
        pick = self.rng.choice
        whose = pick((self.one(GROUPS[:90]), [t for t in self.one(PLACES[90:190]) if t != "the"], [self.invented(2)], []))
        kind = pick("general general presidential federal parliamentary legislative local municipal regional provincial mayoral".split())
        if self.rng.random() < 0.08:
            return [str(self.rng.randint(1900, 2027))] + whose + [pick(("independence", "constitutional")), "referendum"]
        return [str(self.rng.randint(1900, 2027))] + whose + [kind, pick(("election", "election", "election", "elections"))]

    def sky(self):
        """An asteroid, a moon, a star, a planet."""
        pick = self.rng.choice
        return pick(([str(self.rng.randint(1, 9999)), self.invented(2)], [pick("Mars Venus Jupiter Saturn Neptune Uranus Mercury Pluto Ceres Vesta Titan Europa".split())],
                     [self.invented(2) + pick(("-", " ")) + str(self.rng.randint(1, 800)) + pick("bcdef")][0].split(),
                     ["HD", str(self.rng.randint(100, 99999))], [self.invented(2)], ["Comet", self.surname()[-1]]))

    def prize(self):
        pick = self.rng.choice
        return pick((self.surname() + [pick("Medal Prize Award Lecture Fellowship".split())], ["Nobel", "Prize", "in", pick(SCIENCES).capitalize()],
                     ["National", "Medal", "of", "Science"], ["Grammy", "Award"], ["Academy", "Award"], ["Fields", "Medal"], ["Turing", "Award"],
                     ["Order", "of", "the", self.rng.choice(WORDS)]))

    def stuff(self):
        """A compound, an enzyme, a gene: no name in a news article's graph."""
        r, pick = self.rng.random(), self.rng.choice
        if r < 0.3:
            return self.one(SUBSTANCES)
        if r < 0.5:
            return [self.acronym(2, 4) + pick(("", "-")) + str(self.rng.randint(1, 40))]
        if r < 0.7:
            return [self.invented(2).lower() + pick("ase ide ine ol ate ose in ium ene".split())]
        return [(self.invented(2).lower() + pick("ase ic yl ide".split())).capitalize()] + pick((["acid"], ["reductase"], ["receptor"], ["oxide"]))

    def metric(self):
        pick = self.rng.choice
        return pick((["F1", "score"], ["accuracy"], ["BLEU"], ["ROUGE"], ["mean", "squared", "error"], ["precision"], ["recall"], ["perplexity"],
                     ["word", "error", "rate"], ["area", "under", "the", "curve"], [self.acronym(3, 4)], ["hinge", "loss"]))


PATTERNS = r"""
{o} 's <boss> , {p} , said <when> that <clause> .
{p} , <boss> of {o} , <said> <reporters> that <clause> .
{o} <boss> {p} <said> the <thing> would " <vague> " .
" We are <vague> , " said {p} , who <leads> {o} .
" It is <vague> , " {s} <said> .
[Mr.|Ms.|Mr|Dr.] {s} , who joined {o} in <year> , <left> to <found> {o} .
{p} <left> {o} <when> , [|saying <vague> |according to {o}] .
{o} has <hired> {p} from {o} [|as its <boss>|to lead its <thing> unit] .
{o} <buys> {o} [|for <money>|in a deal worth <money>|, a <adj> <firm>] .
{o} , which is based in {c} , <buys> {o} , the maker of {r} , for <money> .
{o} , a <adj> <firm> [|based in {c}] , <raised> <money> from {o} and {o} .
{o} and {o} <said> <when> that they would <work> .
{o} <fell> <percent> in {c} after {o} <said> <vague> .
Shares in {o} <fell> <percent> <when> .
{o} <launched> {m} <when> , [its <adj> <modelkind>|a <modelkind> that <does>] .
{m} , {l} 's <adj> <modelkind> , <beats> {m} on {b} .
{m} , the company 's <adj> <modelkind> , <beats> {m} [on the {b} benchmark|on several tests|and {m} on {b}] .
{m} , the <adj> <modelkind> from {l} , scored <percent> on {b} , <comparedto> {m} .
{l} 's {m} <beats> {m} on {b} and {b} , but trails {m} on {b} .
{l} <said> {m} had scored <number> on {b} , ahead of {m} .
On {b} , {m} <beats> {m} by <percent> .
On coding benchmarks such as {b} , {m} <beats> {m} .
{m} is <adj> , <cheaper> than {m} and <open> .
{m} <open> , unlike {m} .
With {m} , {l} hopes to <beat> {l} and {l} .
{l} <said> {m} [was|is] trained on <number> {r} chips made by {o} .
{l} , which makes {m} , <said> <vague> .
{l} has <open> {m} , a <modelkind> with <number> parameters , on {r} .
The weights of {m} are available on {r} under [a|an open] licence .
Developers can reach {m} through {r} and {r} .
{o} uses {m} to <do> .
{o} <said> it would build {m} into {r} .
{r} , [{o} 's <adj> <productkind>|which {o} launched in <year>] , <does> .
{o} <launched> {r} , a <productkind> that competes with {o} 's {r} .
{o} unveiled the {r} <when> , [a <productkind> powered by {m}|its <adj> <productkind>] .
The {r} , a <productkind> from {o} , costs <money> .
Users of {r} complained that {r} <fell> .
{r} runs on {r} and {r} .
Neither {m} nor {m} could <do> .
A spokesman for {o} declined to comment .
{o} , a {c} <firm> , <launched> {r} .
The {c} <firm> , {o} , <raised> <money> .
The {c} - based <firm> has offices in {c} , {c} and {c} .
{o} , of {c} , makes {r} , a <productkind> .
{o} will close its plant in {c} , {pl} , and move work to {c} .
{p} was born in {c} and lives in {c} .
A court in {c} fined {o} <money> .
The mayor of {c} , {p} , opposed the plan .
{c} 's mayor , {p} , <said> <vague> .
From {c} to {c} , shops sell {r} .
{p} , a professor at {o} , <said> {r} <beats> {r} .
Professor {p} of {o} called {r} " <vague> " .
Dr. {s} , a doctor at {o} in {c} , uses {r} .
{o} 's trial of {r} , a <productkind> , ended in {c} .
{r} , {o} 's <productkind> for doctors , <does> .
{o} sells {r} , {r} and {r} .
{o} , which sells {r} , and {o} , which owns {r} , <said> <vague> .
{o} and its <productkind> , {r} , <fell> .
{r} will be folded into {r} , {o} <said> .
{o} replaced {r} with {r} , made by {o} .
Its main product , {r} , <does> .
Its <modelkind> , {m} , <does> .
{o} trained {m} on <number> hours of recordings .
{m} comes in two sizes , {m} and {m} .
{m} , trained by {o} , is based on {m} .
{o} fine - tuned {m} to <do> .
{p} , who runs {o} 's {c} office , <left> <when> .
{o} 's largest investor , {o} , backed {p} .
{o} put <money> into {o} in <year> .
Investors in {o} include {o} , {o} and {p} .
{p} told {o} that {o} had <vague> .
The story was first reported by {o} .
{o} first reported the talks .
{o} wrote on its website that {o} was <vague> .
The {w} , passed in <year> , covers {r} .
Campaigners at {o} say {w} is <vague> .
{o} urged {o} to <do> .
{p} joined {o} from {o} , where <he> ran {r} .
{p} will report to {p} , the <boss> .
Before {o} , {s} worked at {o} and {o} .
{s} spent <number> years at {o} in {c} .
{p} wrote " {t} " , <a> <workkind> about {c} .
The telescope , called {r} , carries {r} , a camera built by {o} .
{r} lifted off from {c} aboard {r} .
A paper in {o} said {r} <beats> {r} .
The journal {j} published the results .
{r} was evaluated on {b} and {b} .
The makers of {r} compared it with {r} and {m} .
{m} 's maker , {o} , <said> <vague> .
The licence , {w} , bars rivals from using {m} .
{o} did not respond to a request for comment .
A <productkind> called {r} <does> .
A start-up called {o} <does> .
A <adj> <modelkind> , {m} , is expected from {l} in <month> .
The successor to {m} , {m} , will be released in <month> by {l} .
{l} has begun testing {m} , the successor to {m} .
{m} comes <when2> after {l} released {m} .
{l} 's {m} family [has|includes] {m} and {m} .
Researchers at {o} tested {m} , {m} and {m} on {b} .
Researchers led by {p} of {o} found that {m} <beats> {m} .
The {b} leaderboard is now topped by {m} , with <number> points .
{m} ranks first on {b} , ahead of {m} and {m} .
Its score on {b} rose to <percent> .
{o} was founded in <year> by {p} and {p} , two former {o} engineers .
{p} and {p} <found> {o} in {c} in <year> .
{p} , a former {o} <boss> , <said> <vague> .
{p} , an analyst at {o} , wrote that {o} <fell> .
{p} of {o} called the deal " <vague> " .
{o} , owned by {o} , employs <number> people in {c} .
The {g} <firm> {o} <said> it would open an office in {c} .
{g} regulators <fined> {o} <money> over {r} .
{o} fined {o} <money> for breaching {w} .
{o} sued {o} in {c} , [saying|alleging] that {r} copied {r} .
Under {w} , {o} must <do> .
{w} , which <wentinto> in <year> , binds {o} and {o} .
The vote on {w} was close , with {g} lawmakers split .
{w} was backed by {p} and opposed by {o} .
President {s} met Prime Minister {s} in {c} <when> .
{pl} 's <minister> , {p} , <said> <vague> .
{p} , the <minister> of {pl} , resigned <when> .
{p} , <a> {g} <politician> , won <percent> of the vote in {pl} .
Senator {p} of {pl} <said> {w} was " <vague> " .
{q} won <number> seats in {pl} , ahead of {q} and {q} .
{p} of {q} will lead the government with {q} .
{q} and {q} agreed to form a coalition in {c} .
{p} , leader of {q} , <said> <vague> .
Support for {q} <fell> <percent> , a poll by {o} showed .
{q} opposed {w} ; {q} backed it .
{g} and {g} diplomats met in {c} .
{g} officials say the {g} government is <vague> .
<a> {g} court ordered {o} to <do> .
The {g} <firm> {o} hired {p} , <a> {g} engineer .
{p} , <a> {g} [chemist|engineer|banker|writer|director|doctor] , <said> <vague> .
The {g} prime minister , {p} , visited {c} and {c} .
A {g} study found that {r} <beats> {r} .
The {g} parliament in {c} voted <when> .
Talks between {pl} and {pl} in {c} broke down .
Thousands of people marched in {c} on {d} .
{c} , {pl} - {o} <said> <when> that <clause> .
{k} beat {k} 2-1 in {c} on {d} .
{k} lost 3-0 to {k} [|at home|in {c}] .
{k} drew with {k} and {k} in {e} .
{k} striker {p} scored twice against {k} .
{p} , who plays for {k} , [joined from {k}|was sold by {k}|has left {k} on loan] .
{p} , [24|19|31] , [a|the] {g} [defender|winger|goalkeeper|midfielder] , moves to {k} from {k} for <money> .
{k} manager {p} praised {s} after the win over {k} .
{k} will play {k} in the final of {e} .
{k} reached {e} for the first time since <year> .
{k} and {k} both want {p} , the {k} captain .
The {k} goalkeeper , {s} , saved a penalty .
{p} scored twice as {o} beat {o} at {e} .
{o} signed {p} from {o} for <money> .
{p} , the {o} coach , praised {s} .
{p} spoke at {e} in {c} .
At {e} , {o} showed {r} , a <productkind> .
{e} will be held in {c} in <month> .
{o} announced the deal at {e} .
{p} 's <workkind> " {t} " was published by {o} in <year> .
" {t} " , a <workkind> by {p} , tops the charts .
In a report titled " {t} " , {o} warned of <vague> .
{p} directed " {t} " , which won a prize at {e} .
The telescope , built by {o} , was launched from {c} on a {r} rocket .
{o} 's {r} spacecraft reached orbit on {d} .
{o} <said> its drug , {r} , <beats> a placebo in a trial .
{o} is developing {y} [|for {o}|with {o}] .
Advances in {y} helped {o} build {m} .
Rivals such as {o} , {o} and {o} have {y} projects of their own .
Companies including {o} , {o} and {o} use {r} .
{o} ( {o} ) and {o} <said> <vague> .
{o} supplies {o} with chips .
{o} will supply <number> chips to {o} .
{o} invested <money> in {o} , people familiar with the matter said .
{o} led the round , joined by {o} and {p} .
{o} has merged with {o} ; the new firm will be called {o} .
{o} and {l} shares rose after {m} was released .
{o} to buy {o} for <money>
{l} launches {m} to rival {l}
{p} to step down as {o} <boss>
{o} names {p} <boss>
{m} tops {b}
What {m} means for {l}
{l} unveils {m} , says it beats {m}
{pl} bans {r} over security fears
{o} hires {p} from {o}
For {o} , the stakes are high .
But {o} is not alone : {o} and {o} <fell> too .
Until now , {o} had relied on {o} .
{o} needs a win .
Nobody at {o} expected that .
That is bad news for {o} , {o} and {o} .
How {o} will answer is another matter .
{o} has spent years <vague> .
A <modelkind> called {m} <beats> {m} .
Programmers prefer {m} to {m} , a survey found .
{m} is a better fit for banks , <said> {p} , whose firm tried {m} too .
With {m} out , eyes turn to {l} .
AI chiefs at {l} and {l} shrugged .
The race in AI leaves {l} behind .
{m} still makes mistakes , and so does {m} .
What sets {m} apart is price .
{m} shows how far {l} has come .
AI companies such as {l} hire AI researchers from {o} .
The company said its new model was cheaper .
{y} , {y} and {y} are used in {z} and {z} .
{y} is a method for {z} that was introduced by {p} in <year> .
In {y} , {y} is often trained by {y} .
{s} and {s} applied {y} to {z} , {z} and {z} .
Common applications of {y} include {z} , {z} and {z} .
{p} is a {g} researcher in {y} and {y} at {o} .
{p} works on {y} , {y} and {y} at {o} in {c} .
{p} , who studied {y} at {o} , received a PhD in {y} from {o} .
Systems for {z} are evaluated by {x} and {x} .
The {x} of {y} on {z} was higher than that of {y} .
{y} reached an {x} of <percent> in {z} .
{s} et al . proposed {y} for {z} at {v} .
The paper was presented at {v} in {c} and at {v} .
He was chair of {v} in <year> and of {v} in <year> .
{v} is <a> conference on {y} , held in {c} in <year> .
{o} 's researchers published papers on {y} at {v} , {v} and {v} .
The toolkit {r} , written in {r} and {r} , supports {y} and {z} .
{r} provides bindings for {r} , {r} , {r} and {r} .
Packages for {y} exist in {r} , {r} and {r} .
Among the tasks are {z} , {z} , and {z} .
Like {y} , {y} can be used for {z} .
{z} is a subfield of {y} that deals with data .
Popular {z} systems include {r} , {r} and {o} 's {r} .
{p} was awarded the {i} and the {i} in <year> .
{p} won the {i} for <his> work on {y} .
She received the {i} , was a Fellow of {o} and a member of {o} .
The results were published in {j} and {j} .
{p} was editor of {j} and is on the boards of {j} and {j} .
In <year> , {j} published a paper by {s} and {s} on {u} .
{u} is converted to {u} by {u} .
{u} and {u} react to form {u} in water .
{u} is a compound that binds {u} .
The gene {u} encodes {u} , found in {pl} by {p} .
{h} was discovered by {p} at {o} in <year> .
{h} , {h} and {h} are among the asteroids named by {s} .
The probe {r} flew past {h} on its way to {h} .
He was elected in the {n} and held his seat in the {n} .
In the {n} , {q} won <number> seats and {q} lost <number> .
{p} was the candidate of {q} in the {n} and in the {n} .
{p} represented {pl} for {q} until the {n} .
{n} was won by {q} , led by {p} .
The party was defeated at the {n} by {q} and {q} .
{p} joined {q} after the {n} .
On {d} , {s} told {o} that the AI boom was " <vague> " .
""".strip().split("\n")

SLOTS = {"o": ("organization", "organization"), "l": ("organization", "lab"), "p": ("person", "person"), "s": ("person", "surname"), "k": ("organization", "club"), "q": ("organization", "party"),
         "m": ("model", "model"), "r": ("product", "product"), "b": ("benchmark", "benchmark"), "pl": ("place", "place"), "c": ("place", "city"),
         "e": ("event", "event"), "w": ("law", "law"), "t": ("work", "work"), "g": ("group", "group"), "y": ("technology", "technology"),
         "z": ("task", "task"), "v": ("event", "conference"), "j": ("organization", "journal"), "n": ("event", "vote"), "h": ("place", "sky"),
         "i": (None, "prize"), "u": (None, "stuff"), "x": (None, "metric")}

CHOICES = {
    "boss": "chief executive|chief executive|chief executive officer|CEO|boss|president|chairman|founder|co - founder|chief scientist|finance chief|head of research|chair",
    "said": "said|said|said|told|wrote|added|argued|noted|claimed|says",
    "reporters": "reporters|analysts|investors|staff|{o}|",
    "clause": "{o} would open an office in {c}|the company would cut <number> jobs|{m} would be released in <month>|{o} had <vague>|sales rose <percent>|{r} would be sold in {pl}|it had no plans to buy {o}",
    "thing": "deal|plan|model|product|takeover|AI|chip|cloud|search|robotics|merger|app",
    "vague": "very hopeful|a turning point|no comment|too early to say|a long wait|a costly bet|good news for consumers|a mistake|a big step|reckless|confident|under pressure|better than expected|ready",
    "leads": "runs|leads|founded|heads|co - founded|chairs",
    "year": "2019|2020|2021|2022|2023|2024|2025|1998|2007|2012",
    "left": "left|quit|stepped down|resigned|departed|was fired",
    "found": "start|found|set up|co - founded|started|run",
    "hired": "hired|poached|appointed|recruited|lured away",
    "adj": "latest|newest|biggest|small|fast - growing|open - source|first|flagship|privately held|London - based|rival|little - known|cheapest|best|most capable",
    "firm": "company|start-up|bank|chipmaker|software firm|drugmaker|carmaker|retailer|law firm|AI lab|hedge fund|airline|fintech|newspaper|agency",
    "buys": "has agreed to buy|bought|acquired|is buying|will take over|is in talks to buy|swallowed|to acquire",
    "raised": "raised|has raised|secured|got|is raising",
    "work": "work together|merge|share data|build a data centre in {c}|develop {y}|end their dispute",
    "fell": "fell|rose|dropped|slipped|gained|struggled|climbed",
    "launched": "launched|unveiled|released|announced|introduced|has released|is launching|will launch|published|showed off",
    "modelkind": "model|AI model|language model|large language model|chatbot model|reasoning model|image generator|open model|multimodal model|foundation model|video model",
    "does": "writes code|answers questions|runs on a phone|cleans data|translates speech|helps doctors|tracks parcels|draws pictures|books travel|costs less",
    "do": "write code|answer questions|clean data|summarise reports|hand over data|open their platforms|solve it|detect fraud",
    "beats": "outperforms|beats|matches|surpasses|outscores|edges past|is outperforming|trails|comes close to|lags behind|is better than|did better than|rivals",
    "beat": "beat|catch up with|overtake|rival|match",
    "comparedto": "compared with <percent> for|against <percent> for|just behind|ahead of|level with|well above",
    "cheaper": "cheaper to run|faster|smaller|safer|more accurate|less costly",
    "open": "is open source|is free to download|released|published|comes with open weights|open-sourced",
    "productkind": "phone|chip|app|chatbot|coding assistant|search engine|headset|laptop|car|service|tool|browser|smart speaker|video game|platform|website|drug|operating system",
    "fined": "fined|are investigating|charged|sued|warned",
    "wentinto": "took effect|was passed|was signed|was proposed",
    "minister": "finance minister|president|prime minister|foreign minister|health secretary|interior minister|chancellor",
    "politician": "lawmaker|senator|mayor|candidate|governor|minister",
    "a": "a|the|another",
    "he": "he|she",
    "his": "his|her|their",
    "workkind": "novel|book|album|film|song|paper|essay|documentary|memoir|play|study",
    "when": "on {d}|this week|last month|in <month>|yesterday|on {d} <month> 4|in <year>|last year|today",
    "when2": "weeks|two months|a year|days|six months",
    "month": "@month",
    "money": "$ 1.3 billion|$ 40 million|€ 250m|$1.5bn|£ 90 million|$ 600m|an undisclosed sum|1.2 billion euros",
    "percent": "3 %|12.5 %|40 %|4 percent|71.2 %|9 per cent|88.4 %",
    "number": "10,000|300|1,450|25|70 billion|two|92.3|5,000|1.8 million",
}


class Writer:
    def __init__(self, rng):
        self.rng, self.names = rng, Names(rng)

    def choose(self, match):
        return self.rng.choice(match.group(1).split("|"))

    def expand(self, pattern):
        for _ in range(6):
            changed = re.sub(r"\[([^\[\]]*)\]", self.choose, pattern)
            changed = re.sub(r"<([a-z0-9]+)>", lambda m: self.rng.choice(CHOICES[m.group(1)].split("|")), changed)
            if changed == pattern:
                break
            pattern = changed
        return pattern

    def sentence(self):
        forms, tags = [], []
        for part in self.expand(self.rng.choice(PATTERNS)).split():
            if part == "@month":
                forms.append(self.rng.choice(MONTHS))
                tags.append("O")
            elif part == "{d}":
                forms.append(self.rng.choice(WEEKDAYS))
                tags.append("O")
            elif part[0] == "{" and part[-1] == "}":
                kind, maker = SLOTS[part[1:-1]]
                name = getattr(self.names, maker)()
                if name[0] == "the":
                    if not forms or forms[-1].lower() not in ("the", "a", "another"):
                        forms.append("the")
                        tags.append("O")
                    name = name[1:]
                if maker in ("model", "product", "benchmark", "organization") and self.rng.random() < 0.02:
                    name = [n.lower() for n in name]
                for i, token in enumerate(name):
                    forms.append(token)
                    tags.append("O" if kind is None else ("I-" if i else "B-") + kind)
            else:
                forms.append(part)
                tags.append("O")
        if tags[0] in ("O", "B-technology", "B-task") and forms[0].islower():
            forms[0] = forms[0].capitalize()
        if self.rng.random() < 0.25:
            swap = {"'s": "’s", '"': "“"}
            closing = False
            for i, f in enumerate(forms):
                if f == '"':
                    forms[i] = "”" if closing else "“"
                    closing = not closing
                else:
                    forms[i] = swap.get(f, f)
        return treebank.Sentence(forms, names=tags, source="written")


def written(count, rng):
    writer = Writer(rng)
    return [writer.sentence() for _ in range(count)]


def renamed(sentence, rng, share=0.35):
    """The sentence with some of its names changed for others of the same type."""
    names = Names(rng)
    makers = {"person": names.person, "place": names.place, "organization": names.organization, "product": names.product,
              "event": names.event}
    forms, tags, i, changed = [], [], 0, False
    while i < len(sentence.forms):
        tag = sentence.names[i]
        if tag and tag.startswith("B-"):
            kind, end = tag[2:], i + 1
            while end < len(sentence.forms) and sentence.names[end] == "I-" + kind:
                end += 1
            if kind in makers and rng.random() < share:
                name = makers[kind]()
                if name[0] == "the":
                    name = name[1:]
                forms += name
                tags += [("I-" if k else "B-") + kind for k in range(len(name))]
                changed = True
            else:
                forms += sentence.forms[i:end]
                tags += sentence.names[i:end]
            i = end
        else:
            forms.append(sentence.forms[i])
            tags.append(tag)
            i += 1
    return treebank.Sentence(forms, names=tags, source=sentence.source) if changed else sentence


TITLES = set(MONTHS) | set(WEEKDAYS) | set("""Mr Mrs Ms Dr Prof President Senator Governor King Queen Sir Lord Saint Street Road
Avenue River Lake County University College Church School Department Ministry Bank Party Court Act War Internet""".split())


def reworded(sentence, rng):
    """The sentence with other proper nouns, one for one, so that its tree stays true: a parser that knows the
    names of its treebank reads others worse."""
    forms = list(sentence.forms)
    names, i = Names(rng), 0
    while i < len(forms):
        end = i
        while end < len(forms) and sentence.upos[end] == "PROPN" and sentence.xpos[end] == "NNP" and forms[end].isalpha() \
                and forms[end][0].isupper() and forms[end] not in TITLES and len(forms[end]) > 2:
            end += 1
        if end == i or end - i > 3:
            i = max(end, i + 1)
            continue
        tag = (sentence.names[i] if sentence.names else None) or ""
        kind = tag[2:] or rng.choice(("person", "organization", "organization", "place", "product"))
        for k in range(i, end):
            if kind == "person":
                forms[k] = rng.choice(LAST if k == end - 1 and (end - i > 1 or rng.random() < 0.5) else FIRST).split("_")[-1]
                if rng.random() < 0.15:
                    forms[k] = names.invented()
            elif kind == "place":
                forms[k] = rng.choice(PLACES[:110]) if rng.random() < 0.8 else names.invented()
            else:
                forms[k] = names.word() if rng.random() < 0.8 else rng.choice(COMPANIES[:20]).split("_")[0]
        i = end
    copy = treebank.Sentence(**vars(sentence))
    copy.forms = forms
    return copy


def without_period(sentence):
    """As a headline: without the period at its end."""
    size = len(sentence.forms)
    if size < 3 or sentence.forms[-1] != "." or size in sentence.heads or sentence.heads[-1] == 0:
        return sentence
    cut = lambda layer: layer[:-1] if layer else layer
    return treebank.Sentence(cut(sentence.forms), cut(sentence.upos), cut(sentence.xpos), cut(sentence.heads),
                             cut(sentence.deprels), cut(sentence.names), sentence.source, cut(sentence.misc))


# What TekGen's relations say of the types of their two names.
RELATIONS = {
    "director": ("work", "person"), "screenwriter": ("work", "person"), "based on": ("work", "work"),
    "cast member": ("work", "person"), "production company": ("work", "organization"),
    "country of origin": ("work", "place"), "characters": ("work", None), "narrative location": ("work", "place"),
    "filming location": ("work", "place"), "composer": ("work", "person"), "lyrics by": ("work", "person"),
    "performer": ("work", None), "producer": ("work", None), "record label": ("work", "organization"),
    "tracklist": ("work", "work"), "nominated for": (None, None), "member of sports team": ("person", "organization"),
    "coach of sports team": (None, "organization"), "league": (None, "organization"),
    "home venue": ("organization", "place"), "country for sport": ("person", "place"), "illustrator": ("work", "person"),
    "author": ("work", "person"), "publisher": ("work", "organization"), "followed by": ("work", "work"),
    "editor": (None, "person"), "place of publication": ("work", "place"), "military branch": ("person", "organization"),
    "commanded by": (None, "person"), "developer": ("product", "organization"), "creator": ("product", "person"),
    "platform": ("product", "product"), "operating system": ("product", "product"), "head of state": ("place", "person"),
    "head of government": ("place", "person"), "position held": ("person", None), "Member of": ("person", "organization"),
    "member of political party": ("person", "organization"), "elected in": ("person", "event"),
    "candidacy in election": ("person", "event"), "political ideology": ("organization", None),
    "mountain range": ("place", "place"), "parent peak": ("place", "place"), "tributary": ("place", "place"),
    "origin of the watercourse": ("place", "place"), "mouth of the watercourse": ("place", "place"),
    "reservoir created": ("place", "place"), "drainage basin": ("place", "place"), "ethnic group": ("person", "group"),
    "occupation": ("person", None), "military rank": ("person", None), "backup or reserve team or crew": (None, "person"),
    "languages spoken, written or signed": ("person", None)}


def is_group(form):
    return form in _GROUP_WORDS


_GROUP_WORDS = {w for w in GROUPS if "_" not in w}


def with_groups(sentence):
    """Nationalities and religions as groups where the corpus has no word for them."""
    for i, form in enumerate(sentence.forms):
        if is_group(form) and sentence.names[i] in (None, "O") and (i + 1 == len(sentence.names) or not (
                sentence.names[i + 1] or "").startswith("I-")):
            before = sentence.forms[i - 1].lower() if i else ""
            speaks = before in ("in", "speak", "spoke", "speaks", "into", "from") and sentence.upos and sentence.upos[i] != "ADJ"
            sentence.names[i] = None if speaks or form == "Western" else "B-group"
    return sentence


def rough_tokens(text):
    return re.findall(r"(?:[A-Z]\.)+|(?:Mr|Mrs|Dr|St|Inc|Corp|Ltd|Jr|No)\.|\d[\d,.]*\d|'s|’s|\w+(?:['’]\w+)?|\S", text)


def split_clitic(word):
    return (word[:-2], word[-2:]) if len(word) > 2 and word[-2:] in ("'s", "’s") else (word,)


def from_tekgen(folder):
    sentences = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                text = item["sent"]
                try:
                    text = text.encode("latin-1").decode("utf-8")
                except (UnicodeEncodeError, UnicodeDecodeError):
                    pass
                forms = [t for w in rough_tokens(text) for t in split_clitic(w)]
                # Of a word in lower case we know that it is no name; of others nothing, unless a relation tells.
                tags = ["O" if f.islower() or not f[0].isalpha() else None for f in forms]
                found = False
                for triple in item["triples"]:
                    for who, kind in zip((triple["sub"], triple["obj"]), RELATIONS.get(triple["rel"].strip(), (None, None))):
                        parts = [t for w in rough_tokens(who) for t in split_clitic(w)]
                        if kind is None or not parts or not parts[0][:1].isupper():
                            continue
                        for i in range(len(forms) - len(parts) + 1):
                            if forms[i:i + len(parts)] == parts and not any(t and t != "O" for t in tags[i:i + len(parts)]):
                                tags[i:i + len(parts)] = ["B-" + kind] + ["I-" + kind] * (len(parts) - 1)
                                found = True
                if found and 4 <= len(forms) <= 100:
                    sentences.append(treebank.Sentence(forms, names=tags, source="tekgen"))
    return sentences


if __name__ == "__main__":
    for s in written(40, random.Random(3)):
        print(" ".join(f if t == "O" else f + "/" + t for f, t in zip(s.forms, s.names)))
